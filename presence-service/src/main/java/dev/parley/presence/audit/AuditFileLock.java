package dev.parley.presence.audit;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// Keeps the instances that share an audit file apart, by a file that stays when the audit file is
/// rotated. The operating system releases it with its holder's process.
final class AuditFileLock {

  private static final Duration LIMIT = Duration.ofSeconds(2);
  private static final Duration PAUSE = Duration.ofMillis(1);

  private final FileChannel channel;

  AuditFileLock(Path file) throws IOException {
    this.channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
  }

  /// Waits for the lock.
  ///
  /// @return the lock, to be closed
  /// @throws IOException if another instance holds it for seconds
  FileLock acquire() throws IOException {
    long deadline = System.nanoTime() + LIMIT.toNanos();
    while (true) {
      FileLock lock = tryOnce();
      if (lock != null) {
        return lock;
      }
      if (System.nanoTime() > deadline) {
        throw new IOException("another instance does not let go of the audit file");
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }

  void close() throws IOException {
    channel.close();
  }

  private @Nullable FileLock tryOnce() throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException _) {
      // Held within this process, which the system does not tell from not held at all.
      return null;
    }
  }
}
