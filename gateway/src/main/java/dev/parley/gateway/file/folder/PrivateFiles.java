package dev.parley.gateway.file.folder;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/// Writes what nobody else on the machine may read.
final class PrivateFiles {
  private PrivateFiles() {}

  /// Writes a file as a whole, unless it is there: of several that try, one's bytes stay.
  static void writeIfAbsent(Path file, byte[] bytes) throws IOException {
    Path next =
        Files.createTempFile(
            file.toAbsolutePath().getParent(),
            ".secret",
            "",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try {
      Files.write(next, bytes);
      Files.createLink(file, next);
    } catch (FileAlreadyExistsException _) {
      // Another gateway was faster.
    } finally {
      Files.deleteIfExists(next);
    }
  }
}
