package dev.parley.deploy.bench.scenario;

import dev.parley.deploy.bench.check.Violations;
import dev.parley.deploy.bench.line.LineCursor;
import dev.parley.deploy.bench.session.ChatConnection;
import dev.parley.deploy.bench.session.Traffic;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/// A connection that does nothing but be there, and tells when the one broadcast reaches it.
final class IdleMember implements Traffic {

  private static final byte[] LOBBY = "msg #lobby ".getBytes(StandardCharsets.US_ASCII);

  private final String handle;
  private final byte[] text;
  private final AtomicInteger reached;
  private final Violations violations;
  private boolean mine;

  private IdleMember(String handle, byte[] text, AtomicInteger reached, Violations violations) {
    this.handle = handle;
    this.text = text;
    this.reached = reached;
    this.violations = violations;
  }

  /// Lets a connection wait for a broadcast.
  ///
  /// @param reached counts the members that got it
  static void watch(
      ChatConnection connection,
      String handle,
      String text,
      AtomicInteger reached,
      Violations violations) {
    byte[] awaited = text.getBytes(StandardCharsets.US_ASCII);
    IdleMember member = new IdleMember(handle, awaited, reached, violations);
    connection.loop().execute(() -> connection.listen(member));
  }

  @Override
  public void onEvent(LineCursor line, long nanos) {
    // seq, time, author
    if (!line.accept(LOBBY) || !line.skipFields(3)) {
      return;
    }
    if (line.accept(text) && line.remaining() == 0) {
      if (mine) {
        violations.add(handle + ": the broadcast came twice");
      } else {
        mine = true;
        reached.incrementAndGet();
      }
    }
  }

  @Override
  public void onReply(LineCursor line, long nanos) {
    violations.add(handle + ": got a reply to nothing: " + line.rest());
  }

  @Override
  public void onClosed(String cause) {
    violations.add(handle + ": connection lost: " + cause);
  }
}
