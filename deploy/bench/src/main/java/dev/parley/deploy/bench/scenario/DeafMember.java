package dev.parley.deploy.bench.scenario;

import dev.parley.deploy.bench.check.Violations;
import dev.parley.deploy.bench.line.LineCursor;
import dev.parley.deploy.bench.session.ChatConnection;
import dev.parley.deploy.bench.session.Crew;
import dev.parley.deploy.bench.session.Traffic;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// A member that stops reading, finds its connection ended for that, and comes back.
///
/// What it gets is checked by its talker, to whom both connections are one.
final class DeafMember implements Traffic {

  private static final String HELD = "held";

  private final Crew crew;
  private final int number;
  private final Talker talker;
  private final ChatConnection connection;
  private final Violations violations;
  private final CompletableFuture<String> end = new CompletableFuture<>();

  DeafMember(Crew crew, int number, Talker talker, Violations violations) {
    this.crew = crew;
    this.number = number;
    this.talker = talker;
    this.violations = violations;
    this.connection = crew.members().get(number);
  }

  /// Reads nothing from here on.
  void stopReading() {
    onLoop(() -> {
      connection.stopReading();
      return connection.listen(this);
    });
  }

  /// {@return seq up to which it has everything}
  long complete() {
    return onLoop(() -> talker.progress().complete());
  }

  /// Reads what lies in the buffers, up to the end of the connection.
  ///
  /// @return how the server ended it; that it did not within the limit is a violation
  String readToTheEnd(Duration limit) {
    onLoop(() -> {
      connection.startReading();
      return connection;
    });
    String cause = end.completeOnTimeout(HELD, limit.toMillis(), TimeUnit.MILLISECONDS).join();
    if (cause.equals(HELD)) {
      talker.loop().execute(connection::close);
      violations.add("who did not read kept the connection; was there enough to read?");
    }
    return cause;
  }

  /// Goes on, on a new connection, above what it has.
  void comeBack() {
    Crew.await(crew.resume(number, talker, "#" + crew.roster().group(0), complete()));
  }

  private <T> T onLoop(Supplier<T> task) {
    return Crew.await(talker.loop().call(task));
  }

  @Override
  public void onEvent(LineCursor line, long nanos) {
    talker.onEvent(line, nanos);
  }

  @Override
  public void onReply(LineCursor line, long nanos) {
    talker.onReply(line, nanos);
  }

  @Override
  public void onClosed(String cause) {
    end.complete(cause);
  }
}
