package dev.parley.presence.audit;

import dev.parley.contracts.consumer.TemporaryFaultException;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;

/// The audit file and its predecessors `.1` (the youngest) to `.n`.
///
/// Holds whole lines only: what a failed write or a crash left behind is cut off. Several instances
/// may write to one file: each batch is written under a lock, and the file is opened for it, so
/// that whoever rotates it, another instance or a tool, is no concern. Safe for use by many
/// threads.
@Singleton
public final class AuditFile {

  private final Path file;
  private final long rotateAt;
  private final int keep;
  private final AuditFileLock lock;

  /// Makes the file, or finds it, with its folder.
  ///
  /// @throws AuditFileException if it cannot be written to
  AuditFile(AuditConfig config) {
    this.file = config.file().toAbsolutePath();
    this.rotateAt = config.rotateAt().asLongValue();
    this.keep = config.keep();
    try {
      Files.createDirectories(file.resolveSibling(""));
      this.lock = new AuditFileLock(file.resolveSibling(file.getFileName() + ".lock"));
      add(new byte[0]);
    } catch (IOException e) {
      throw new AuditFileException(file, e);
    }
  }

  /// Adds a line for each event; when this returns the operating system has them.
  ///
  /// @param events what was done
  /// @throws TemporaryFaultException if the disk does not take them; then none is there
  void append(List<AuditedEvent> events) {
    try {
      add(AuditLines.of(events));
    } catch (IOException e) {
      throw new TemporaryFaultException("audit file", e);
    }
  }

  private synchronized void add(byte[] lines) throws IOException {
    try (var _ = lock.acquire()) {
      if (Files.isRegularFile(file) && Files.size(file) + lines.length > rotateAt) {
        rotate();
      }
      write(lines);
    }
  }

  /// Lets go of the lock file.
  @PreDestroy
  void close() throws IOException {
    lock.close();
  }

  private void rotate() throws IOException {
    for (int age = keep; age > 1; age--) {
      moveIfThere(old(age - 1), old(age));
    }
    moveIfThere(file, old(1));
  }

  private static void moveIfThere(Path from, Path to) throws IOException {
    if (Files.exists(from)) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private Path old(int age) {
    return file.resolveSibling(file.getFileName() + "." + age);
  }

  private void write(byte[] lines) throws IOException {
    try (FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      long length = lengthOfWholeLines(channel);
      channel.truncate(length).position(length);
      ByteBuffer rest = ByteBuffer.wrap(lines);
      try {
        while (rest.hasRemaining()) {
          channel.write(rest);
        }
      } catch (IOException e) {
        channel.truncate(length);
        throw e;
      }
    }
  }

  private static long lengthOfWholeLines(FileChannel channel) throws IOException {
    ByteBuffer last = ByteBuffer.allocate(1);
    long length = channel.size();
    while (length > 0 && channel.read(last.clear(), length - 1) == 1 && last.get(0) != '\n') {
      length--;
    }
    return length;
  }
}
