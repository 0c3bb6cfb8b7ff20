package dev.parley.gateway.door;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// What waits to be sent to one client, bounded by bytes. Confined to the connection's event loop.
///
/// Pieces gather until they are taken, all at once, and count until the operating system has taken
/// them. More than the limit is never held: the connection is then closed as a slow reader.
public final class Outbox {
  private static final int DRAINED_BELOW = 64 * 1024;

  private final long limit;
  private List<byte[]> pieces = new ArrayList<>(2);
  private int gathered;
  private long underWay;
  private boolean failed;
  private @Nullable CompletableFuture<Void> drained;

  /// Starts empty.
  ///
  /// @param limit most bytes that may wait
  public Outbox(long limit) {
    this.limit = limit;
  }

  /// Adds a piece.
  ///
  /// @param piece bytes that are not changed any more
  /// @return whether all that waits is within the limit
  public boolean add(byte[] piece) {
    pieces.add(piece);
    gathered += piece.length;
    return waiting() <= limit;
  }

  /// {@return whether nothing has been gathered since the last take}
  public boolean isEmpty() {
    return gathered == 0;
  }

  /// {@return bytes that were gathered since the last take}
  public int gathered() {
    return gathered;
  }

  /// {@return bytes that wait, gathered or under way}
  public long waiting() {
    return gathered + underWay;
  }

  /// Takes what was gathered; it counts until [#onWritten] says otherwise.
  ///
  /// @return the pieces, in order
  public List<byte[]> take() {
    List<byte[]> taken = pieces;
    underWay += gathered;
    pieces = new ArrayList<>(2);
    gathered = 0;
    return taken;
  }

  /// Drops what was gathered and not taken.
  public void drop() {
    pieces = List.of();
    gathered = 0;
  }

  /// Tells that bytes that were taken have left, or cannot.
  ///
  /// @param bytes their number
  /// @param written whether the operating system took them
  public void onWritten(long bytes, boolean written) {
    underWay -= bytes;
    failed |= !written;
    if (waiting() <= DRAINED_BELOW) {
      release();
    }
  }

  /// {@return whether everything was taken by the operating system}
  public boolean isDrained() {
    return waiting() == 0 && !failed;
  }

  /// {@return completes once little enough waits, or on [#release()]}
  public CompletableFuture<Void> drained() {
    if (waiting() <= DRAINED_BELOW) {
      return CompletableFuture.completedFuture(null);
    }
    CompletableFuture<Void> waiting = drained == null ? new CompletableFuture<>() : drained;
    drained = waiting;
    return waiting;
  }

  /// Lets go whoever waits, because nothing more will be sent.
  public void release() {
    CompletableFuture<Void> waiting = drained;
    drained = null;
    if (waiting != null) {
      waiting.complete(null);
    }
  }
}
