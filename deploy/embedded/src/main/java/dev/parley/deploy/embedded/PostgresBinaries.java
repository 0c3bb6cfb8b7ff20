package dev.parley.deploy.embedded;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/// Unpacks the PostgreSQL programs from the platform's jar, once per user and version.
///
/// Several processes may do so at the same time: each unpacks into a folder of its own and renames
/// it; the first wins.
final class PostgresBinaries {

  private final Path cache;

  PostgresBinaries(Path cache) {
    this.cache = cache;
  }

  /// {@return the binaries in the user's cache folder, `$XDG_CACHE_HOME/parley` or
  /// `~/.cache/parley`}
  static PostgresBinaries ofUser() {
    // What HOME says wins over the password file: system accounts have no folder there.
    String user = System.getenv().getOrDefault("HOME", System.getProperty("user.home"));
    String xdg = System.getenv("XDG_CACHE_HOME");
    Path cache = xdg == null || xdg.isEmpty() ? Path.of(user, ".cache") : Path.of(xdg);
    return new PostgresBinaries(cache.resolve("parley"));
  }

  /// Unpacks the programs unless that was done before.
  ///
  /// @return the folder that holds `bin`, `lib` and `share`
  /// @throws StartFailedException if there are none for this platform
  Path folder() {
    String resource = resource();
    try {
      Path folder = cache.resolve("postgres-" + checksum(resource));
      if (!Files.isExecutable(folder.resolve("bin").resolve("postgres"))) {
        Files.createDirectories(cache);
        Path fresh = Files.createTempDirectory(cache, "postgres-");
        unpack(resource, fresh);
        moveOrDrop(fresh, folder);
      }
      return folder;
    } catch (IOException e) {
      throw new StartFailedException(
          "PostgreSQL could not be unpacked to " + cache + ": " + e.getMessage(), e);
    }
  }

  private static String resource() {
    String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String arch = System.getProperty("os.arch");
    String system = os.startsWith("mac") ? "darwin" : "linux";
    String machine = "aarch64".equals(arch) ? "arm_64" : "x86_64";
    return "/postgres-" + system + "-" + machine + ".txz";
  }

  private static InputStream open(String resource) {
    InputStream input = PostgresBinaries.class.getResourceAsStream(resource);
    if (input == null) {
      throw new StartFailedException(
          "no PostgreSQL for this platform on the class path: " + resource + " is missing");
    }
    return new BufferedInputStream(input, 1 << 16);
  }

  private static String checksum(String resource) throws IOException {
    var crc = new CRC32();
    try (InputStream input = open(resource)) {
      var buffer = new byte[1 << 16];
      for (int count = input.read(buffer); count >= 0; count = input.read(buffer)) {
        crc.update(buffer, 0, count);
      }
    }
    return Long.toHexString(crc.getValue());
  }

  private static void unpack(String resource, Path folder) throws IOException {
    try (var tar = new TarArchiveInputStream(new XZCompressorInputStream(open(resource)))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        write(tar, entry, folder);
      }
    }
  }

  private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path folder)
      throws IOException {
    Path target = folder.resolve(entry.getName()).normalize();
    if (!target.startsWith(folder)) {
      throw new IOException("entry outside of the archive: " + entry.getName());
    }
    if (entry.isDirectory()) {
      Files.createDirectories(target);
      return;
    }
    Files.createDirectories(target.getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
      return;
    }
    Files.copy(tar, target);
    boolean executable = (entry.getMode() & 0100) != 0;
    Files.setPosixFilePermissions(
        target, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
  }

  private static void moveOrDrop(Path fresh, Path folder) throws IOException {
    Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rwxr-xr-x"));
    try {
      Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileAlreadyExistsException | java.nio.file.DirectoryNotEmptyException _) {
      Folders.delete(fresh);
    } catch (IOException e) {
      // rename(2) names an occupied target in its own words.
      if (!Files.isExecutable(folder.resolve("bin").resolve("postgres"))) {
        throw new UncheckedIOException(e);
      }
      Folders.delete(fresh);
    }
  }
}
