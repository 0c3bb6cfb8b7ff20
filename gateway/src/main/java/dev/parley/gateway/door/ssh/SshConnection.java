package dev.parley.gateway.door.ssh;

import dev.parley.contracts.auth.Origin;
import dev.parley.gateway.door.CloseReason;
import dev.parley.gateway.door.ConnectionContext;
import dev.parley.gateway.door.EntryChunk;
import dev.parley.gateway.door.Event;
import dev.parley.gateway.door.QueuedConnection;
import dev.parley.gateway.door.Reader;
import dev.parley.gateway.door.Reply;
import dev.parley.gateway.door.ScheduledLoop;
import dev.parley.gateway.limit.ConnectionLimit.Admission;
import io.quarkus.logging.Log;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.server.session.ServerSession;
import org.jspecify.annotations.Nullable;

/// A client's ssh connection. What it shows, and how, is up to its [Face]; what a face shows waits
/// in the queue until the channel has taken it. Confined to its event loop.
public final class SshConnection extends QueuedConnection {
  /// Where what is shown goes.
  public interface Output {
    /// Sends bytes.
    ///
    /// @param bytes what
    /// @param written told on the event loop whether they have left
    void write(byte[] bytes, Consumer<Boolean> written);
  }

  private final ServerSession session;
  private final ScheduledLoop loop;
  private Face face;
  private Output output = (_, written) -> written.accept(true);
  private @Nullable SshChannel channel;
  private int exitStatus;
  private Consumer<Boolean> reading = _ -> {};

  SshConnection(
      Origin origin,
      ServerSession session,
      ScheduledLoop loop,
      ConnectionContext context,
      Admission admission,
      Face face) {
    super(origin, loop, context, admission);
    this.session = session;
    this.loop = loop;
    this.face = face;
  }

  /// Shows things otherwise from here on.
  ///
  /// @param next how
  public void face(Face next) {
    face = next;
  }

  /// Sends what is shown elsewhere from here on.
  ///
  /// @param next where
  public void output(Output next) {
    output = next;
  }

  /// Says who is told to pause reading.
  ///
  /// @param pause told true to pause, false to go on
  public void reading(Consumer<Boolean> pause) {
    reading = pause;
  }

  /// Says with which status the channel ends.
  ///
  /// @param status 0 if all went well
  public void exitStatus(int status) {
    exitStatus = status;
  }

  /// Does something later, on the event loop.
  ///
  /// @param delay how much later
  /// @param task what
  public void after(Duration delay, Runnable task) {
    loop.after(delay, task);
  }

  /// Shows bytes; for faces.
  ///
  /// @param bytes that are not changed any more
  public void show(byte[] bytes) {
    write(bytes);
  }

  void channel(SshChannel opened) {
    channel = opened;
    output = opened::write;
  }

  @Override
  public void reply(Reply reply) {
    face.reply(reply);
  }

  @Override
  public void tell(Event event) {
    face.tell(event);
  }

  @Override
  protected void encode(EntryChunk entries, Reader reader) {
    face.entries(entries, reader);
  }

  @Override
  public boolean acknowledges() {
    return false;
  }

  @Override
  public void pauseReading(boolean paused) {
    reading.accept(paused);
  }

  @Override
  protected void send(List<byte[]> pieces, int length) {
    output.write(joined(pieces, length), written -> onWritten(length, written));
  }

  @Override
  protected void end(CloseReason reason) {
    SshChannel open = channel;
    if (open == null) {
      disconnect(SshConstants.SSH2_DISCONNECT_BY_APPLICATION, Farewell.of(reason));
    } else {
      // What is shown passes the output first: an exit that overtook it would cut it off.
      output.write(new byte[0], _ -> open.exit(reason.isOrderly() ? exitStatus : 1));
    }
  }

  @Override
  protected void abort() {
    session.close(true);
  }

  /// Ends the transport with a reason that the client prints.
  void disconnect(int code, String why) {
    Thread.startVirtualThread(() -> {
      try {
        session.disconnect(code, why);
      } catch (IOException e) {
        Log.debugf("not disconnected connection=%s cause=%s", id(), e.toString());
        session.close(true);
      }
    });
  }

  private static byte[] joined(List<byte[]> pieces, int length) {
    if (pieces.size() == 1) {
      return pieces.getFirst();
    }
    byte[] joined = new byte[length];
    int at = 0;
    for (byte[] piece : pieces) {
      System.arraycopy(piece, 0, joined, at, piece.length);
      at += piece.length;
    }
    return joined;
  }
}
