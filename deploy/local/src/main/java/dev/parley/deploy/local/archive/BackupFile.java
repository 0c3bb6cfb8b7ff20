package dev.parley.deploy.local.archive;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// A file that holds an archive, encrypted or not. Reading it again reads it from its beginning.
public final class BackupFile {

  private static final int BUFFER = 1 << 16;

  private final Path file;
  private final char @Nullable [] passphrase;

  /// Names the file.
  ///
  /// @param file where it lies
  /// @param passphrase what it is encrypted with, or `null`
  public BackupFile(Path file, char @Nullable [] passphrase) {
    this.file = file;
    this.passphrase = passphrase == null ? null : Arrays.copyOf(passphrase, passphrase.length);
  }

  /// {@return whether the file is encrypted}
  ///
  /// @param file where it lies
  /// @throws IOException if it cannot be read
  public static boolean isEncrypted(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return Encryption.isEncrypted(Math.max(0, in.read()));
    }
  }

  /// Reads everything and keeps nothing.
  ///
  /// @return the manifest of a whole archive
  /// @throws BadArchiveException if it is none
  /// @throws IOException if it cannot be read
  public Manifest verify() throws IOException {
    return read((_, _) -> {});
  }

  /// Reads everything.
  ///
  /// @param sink takes the entries
  /// @return the manifest
  /// @throws BadArchiveException if it is not whole; what the sink took is void then
  /// @throws IOException if it cannot be read
  public Manifest read(ArchiveReader.Sink sink) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER)) {
      char[] secret = passphrase;
      if (secret == null) {
        return ArchiveReader.read(in, sink);
      }
      Encryption.Decrypted decrypted = Encryption.decrypt(in, secret);
      Manifest manifest = ArchiveReader.read(decrypted.in(), sink);
      decrypted.finish();
      return manifest;
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
