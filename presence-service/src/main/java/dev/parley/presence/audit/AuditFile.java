package dev.parley.presence.audit;

import dev.parley.contracts.consumer.TemporaryFaultException;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;

/// The audit file and its predecessors `.1` (the youngest) to `.n`.
///
/// Holds whole lines only: what a failed write left behind is cut off. A lock keeps a second
/// instance from writing to the same file. Safe for use by many threads, one at a time.
@Singleton
public final class AuditFile {

  private final Path file;
  private final long rotateAt;
  private final int keep;
  private FileChannel channel;

  /// Opens the file, or makes it, with its folder.
  ///
  /// @throws AuditFileException if it cannot be written to, or another instance writes to it
  AuditFile(AuditConfig config) {
    this.file = config.file().toAbsolutePath();
    this.rotateAt = config.rotateAt().asLongValue();
    this.keep = config.keep();
    try {
      Files.createDirectories(file.resolveSibling(""));
      this.channel = open();
    } catch (IOException e) {
      throw new AuditFileException(file, e);
    }
  }

  /// Adds a line for each event; when this returns the operating system has them.
  ///
  /// @param events what was done
  /// @throws TemporaryFaultException if the disk does not take them; then none is there
  synchronized void append(List<AuditedEvent> events) {
    byte[] lines = AuditLines.of(events);
    try {
      if (!channel.isOpen()) {
        channel = open();
      }
      if (channel.size() > 0 && channel.size() + lines.length > rotateAt) {
        rotate();
      }
      write(lines);
    } catch (IOException e) {
      throw new TemporaryFaultException("audit file", e);
    }
  }

  /// Closes the file.
  @PreDestroy
  synchronized void close() throws IOException {
    channel.close();
  }

  private void write(byte[] lines) throws IOException {
    long before = channel.size();
    ByteBuffer rest = ByteBuffer.wrap(lines);
    try {
      channel.position(before);
      while (rest.hasRemaining()) {
        channel.write(rest);
      }
    } catch (IOException e) {
      cutOff(before, e);
      throw e;
    }
  }

  private void cutOff(long length, IOException cause) {
    try (FileChannel closing = channel) {
      closing.truncate(length);
    } catch (IOException e) {
      cause.addSuppressed(e);
    }
  }

  private void rotate() throws IOException {
    channel.close();
    for (int age = keep; age > 1; age--) {
      moveIfThere(old(age - 1), old(age));
    }
    moveIfThere(file, old(1));
    channel = open();
  }

  private static void moveIfThere(Path from, Path to) throws IOException {
    if (Files.exists(from)) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private Path old(int age) {
    return file.resolveSibling(file.getFileName() + "." + age);
  }

  private FileChannel open() throws IOException {
    FileChannel opened =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    lock(opened);
    opened.truncate(lengthOfWholeLines(opened));
    return opened;
  }

  private static void lock(FileChannel opened) throws IOException {
    try {
      if (opened.tryLock() != null) {
        return;
      }
    } catch (OverlappingFileLockException _) {
      // Held within this process.
    }
    opened.close();
    throw new IOException("another instance writes to it; give each a file of its own");
  }

  private static long lengthOfWholeLines(FileChannel opened) throws IOException {
    ByteBuffer last = ByteBuffer.allocate(1);
    long length = opened.size();
    while (length > 0 && opened.read(last.clear(), length - 1) == 1 && last.get(0) != '\n') {
      length--;
    }
    return length;
  }
}
