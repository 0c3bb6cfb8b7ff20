package dev.parley.deploy.local.backup;

import dev.parley.deploy.local.console.TroubleException;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/// A file that appears under its name when it is whole and on disk; mode 600.
final class NewFile implements AutoCloseable {

  private final Path target;
  private final Path part;
  private final FileChannel channel;

  /// Begins to write.
  ///
  /// @param target its name, not taken yet
  /// @throws TroubleException if it is, or the folder cannot be written
  NewFile(Path target) {
    this.target = target.toAbsolutePath();
    this.part = this.target.resolveSibling(target.getFileName() + ".part");
    if (Files.exists(this.target)) {
      throw new TroubleException(
          target + " exists already", "name another file, or move that one away");
    }
    try {
      Files.deleteIfExists(part);
      channel =
          FileChannel.open(
              part,
              Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    } catch (IOException e) {
      throw new TroubleException(
          "the backup cannot be written to " + target + ": " + e,
          "name a file in a folder that exists and that you can write to");
    }
  }

  /// {@return takes what the file holds; closing it does no harm}
  OutputStream out() {
    return new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16) {
      @Override
      public void close() throws IOException {
        flush();
      }
    };
  }

  /// {@return where the bytes lie until [#keep]}
  Path part() {
    return part;
  }

  /// Puts the bytes on disk.
  void flush() throws IOException {
    channel.force(true);
  }

  /// Gives the file its name.
  void keep() throws IOException {
    Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
  }

  /// Deletes what was not kept.
  @Override
  public void close() throws IOException {
    channel.close();
    Files.deleteIfExists(part);
  }
}
