package dev.parley.gateway.door;

import dev.parley.contracts.auth.Origin;
import dev.parley.contracts.conversation.Attachment;
import dev.parley.contracts.conversation.Entry;
import dev.parley.gateway.limit.ConnectionLimit.Admission;
import io.quarkus.logging.Log;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/// A connection with a queue of what waits to be sent, which is bounded by bytes: one that passes
/// the limit is closed as a slow reader at once, without sending the rest; it misses nothing when
/// it comes back, because its cursor did not move.
///
/// What one turn of the loop has gathered is sent together. A door adds its encoding, and how its
/// transport sends and ends. Confined to the event loop of the connection.
public abstract class QueuedConnection implements DoorConnection {
  private final String id;
  private final Origin origin;
  private final DoorLoop loop;
  private final ConnectionContext context;
  private final Admission admission;
  private final Outbox outbox;
  private @Nullable CloseReason closing;

  /// Starts with nothing to send.
  ///
  /// @param origin door and network address of the client
  /// @param loop the connection's event loop
  /// @param context what all doors share
  /// @param admission the count of this connection
  protected QueuedConnection(
      Origin origin, DoorLoop loop, ConnectionContext context, Admission admission) {
    this.id = context.ids().get();
    this.origin = origin;
    this.loop = loop;
    this.context = context;
    this.admission = admission;
    this.outbox = new Outbox(context.config().maxUnsent().asLongValue());
  }

  @Override
  public final String id() {
    return id;
  }

  @Override
  public final Origin origin() {
    return origin;
  }

  @Override
  public final Executor loop() {
    return loop;
  }

  @Override
  public final void authenticated() {
    admission.promote();
  }

  @Override
  public final boolean isDrained() {
    return outbox.isDrained();
  }

  @Override
  public final CompletableFuture<Void> drained() {
    return isClosed() ? CompletableFuture.completedFuture(null) : outbox.drained();
  }

  @Override
  public final boolean isClosed() {
    return closing != null;
  }

  @Override
  public final void deliver(EntryChunk entries, Reader reader) {
    context.metrics().delivered(entries);
    encode(entries, reader);
    if (entries.hasFiles() && !acknowledges()) {
      entries.entries().stream()
          .filter(entry -> entry.attachment() != null && reader.sees(entries, entry))
          .forEach(entry -> offer(entries.conversation(), entry, reader.account()));
    }
  }

  /// A client without frames sends no token with its requests over HTTP: it gets an address.
  private void offer(String conversation, Entry entry, String reader) {
    Attachment file = Objects.requireNonNull(entry.attachment(), "attachment");
    String address = context.files().address(reader, file.file());
    if (address != null) {
      tell(new Event.FileOffered(conversation, reader, entry.seq(), file, address));
    }
  }

  @Override
  public final void close(CloseReason reason) {
    if (closing != null) {
      return;
    }
    flush();
    closing = reason;
    Log.debugf("connection closes connection=%s door=%s cause=%s", id, origin.door(), reason);
    endSoon(reason);
  }

  /// Closes unless somebody has logged in by then.
  ///
  /// @param time time for that
  public final void limitLogin(Duration time) {
    loop.after(
        time,
        () -> {
          if (!admission.isPromoted() && !isClosed()) {
            tell(new Event.Notice("login_timeout", "nobody logged in; good bye"));
            close(CloseReason.LOGIN_TIMEOUT);
          }
        });
  }

  /// Says that the gateway stops, and closes. On any thread.
  ///
  /// @return completes when that is said
  public final CompletableFuture<Void> dismiss() {
    return CompletableFuture.runAsync(
        () -> {
          tell(new Event.Notice("shutdown", "the server is shutting down"));
          close(CloseReason.SHUTDOWN);
        },
        loop);
  }

  /// Notes that the transport is gone.
  ///
  /// @param seen why, as seen from outside
  /// @return why the connection ends: as it was told to, or else as seen
  public final CloseReason onGone(CloseReason seen) {
    CloseReason reason = closing != null ? closing : seen;
    closing = reason;
    admission.release();
    context.metrics().closed(origin.door(), reason);
    outbox.release();
    return reason;
  }

  /// Writes entries in the door's encoding, by [#write].
  ///
  /// @param entries what is new
  /// @param reader the account that reads
  protected abstract void encode(EntryChunk entries, Reader reader);

  /// Sends pieces together, and tells the outbox when the operating system has taken them.
  ///
  /// @param pieces what was gathered, in order
  /// @param length their bytes
  protected abstract void send(List<byte[]> pieces, int length);

  /// Ends the connection after what was sent.
  ///
  /// @param reason why
  protected abstract void end(CloseReason reason);

  /// Ends the connection without waiting for what was sent. Repeated, it does nothing.
  protected abstract void abort();

  /// Ends the connection of a client that does not read; what waited is dropped.
  protected void dropped() {
    abort();
  }

  /// Ends the connection after what was sent, or after a bounded time: the client may not read.
  ///
  /// @param reason why
  protected final void endSoon(CloseReason reason) {
    end(reason);
    loop.after(context.config().closeTimeout(), this::abort);
  }

  /// Queues a piece; after the end it does nothing.
  ///
  /// @param piece bytes that are not changed any more
  protected final void write(byte[] piece) {
    if (closing != null || piece.length == 0) {
      return;
    }
    if (outbox.isEmpty()) {
      loop.turnEnd().add(this::flush);
    }
    if (!outbox.add(piece)) {
      dropSlowReader();
    }
  }

  /// Tells that bytes that were sent have left, or cannot.
  ///
  /// @param bytes their number
  /// @param written whether the operating system took them
  protected final void onWritten(int bytes, boolean written) {
    outbox.onWritten(bytes, written);
  }

  private void flush() {
    if (!outbox.isEmpty() && closing == null) {
      int length = outbox.gathered();
      send(outbox.take(), length);
    }
  }

  private void dropSlowReader() {
    long limit = context.config().maxUnsent().asLongValue();
    Log.warnf(
        "slow reader dropped connection=%s door=%s address=%s unsent=%d limit=%d",
        id, origin.door(), origin.address(), outbox.waiting(), limit);
    closing = CloseReason.SLOW_READER;
    outbox.drop();
    dropped();
  }
}
