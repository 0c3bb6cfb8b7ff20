package dev.parley.deploy.local.home;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;
import java.util.Set;

/// The passwords of a data folder: made at random when first asked for, kept in a file of mode 600.
public final class Secrets {

  private static final int RANDOM_BYTES = 24;
  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rw-------");

  private final Path file;
  private final Properties values = new Properties();

  /// Reads the file, if there is one.
  ///
  /// @param data folder that holds the file
  public Secrets(Path data) {
    this.file = data.resolve("secrets.properties");
    if (Files.exists(file)) {
      try (Reader reader = Files.newBufferedReader(file)) {
        values.load(reader);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /// {@return the password of a name: 32 letters, digits, `-` or `_`}
  ///
  /// @param name role in the database
  public String password(String name) {
    String known = values.getProperty(name);
    if (known != null) {
      return known;
    }
    var random = new byte[RANDOM_BYTES];
    new SecureRandom().nextBytes(random);
    String fresh = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    values.setProperty(name, fresh);
    write();
    return fresh;
  }

  private void write() {
    try {
      if (Files.notExists(file)) {
        Files.createFile(file, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
      }
      try (Writer writer = Files.newBufferedWriter(file, StandardOpenOption.TRUNCATE_EXISTING)) {
        values.store(writer, "Passwords of this data folder's database; losing them locks it.");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
