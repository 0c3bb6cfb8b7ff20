package dev.parley.cli.config;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/// Writes files that nobody else may read: folders of mode 700, files of mode 600 from their first
/// moment, replaced as a whole.
public final class PrivateFiles {

  private static final FileAttribute<?>[] NONE = {};

  private PrivateFiles() {}

  /// Writes a file in place of what was there.
  ///
  /// @param file the file; its folder is made
  /// @param text what it is to hold
  /// @throws IOException if it cannot be written
  public static void write(Path file, String text) throws IOException {
    Path folder = folder(file);
    Path fresh = Files.createTempFile(folder, file.getFileName().toString(), ".new", mode(file, 6));
    try {
      try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
        ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
        // On the disk before it takes the name: a machine that stops leaves the old or the new.
        channel.force(true);
      }
      Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  /// Makes an empty file, unless there is one.
  ///
  /// @param file the file; its folder is made
  /// @throws IOException if it cannot be made
  public static void touch(Path file) throws IOException {
    folder(file);
    try {
      Files.createFile(file, mode(file, 6));
    } catch (FileAlreadyExistsException _) {
      // What is in it stays.
    }
  }

  private static Path folder(Path file) throws IOException {
    Path absolute = file.toAbsolutePath();
    Path parent = absolute.getParent();
    Path folder = parent == null ? absolute : parent;
    return Files.isDirectory(folder) ? folder : Files.createDirectories(folder, mode(file, 7));
  }

  private static FileAttribute<?>[] mode(Path file, int mode) {
    if (!file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      return NONE;
    }
    String owner = mode == 7 ? "rwx------" : "rw-------";
    return new FileAttribute<?>[] {
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(owner))
    };
  }
}
