package dev.parley.gateway.file.s3;

import java.util.concurrent.Semaphore;

/// Memory for bytes that are on their way to the store: a bounded number of large buffers, of which
/// each upload takes one while there are any. One that finds none goes on with a small buffer, and
/// so with more and smaller objects: slow uploads cannot keep others from going on. Safe for use by
/// many threads.
final class Buffers {
  /// As much as a piece of a request has at most.
  static final int SMALL = 64 * 1024;

  private final int size;
  private final Semaphore free;

  /// Allows for `count` buffers of `size` bytes.
  Buffers(int size, int count) {
    this.size = Math.max(SMALL, size);
    this.free = new Semaphore(count);
  }

  /// {@return a buffer, to be closed when it is done with}
  Buffer take() {
    return free.tryAcquire()
        ? new Buffer(new byte[size], free::release)
        : new Buffer(new byte[SMALL], () -> {});
  }

  /// A buffer.
  ///
  /// @param bytes the memory
  /// @param release gives it back
  @SuppressWarnings("ArrayRecordComponent") // Nobody compares these.
  record Buffer(byte[] bytes, Runnable release) implements AutoCloseable {
    @Override
    public void close() {
      release.run();
    }
  }
}
