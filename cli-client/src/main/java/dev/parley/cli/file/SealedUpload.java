package dev.parley.cli.file;

import dev.parley.cli.sealed.SealedFile;
import dev.parley.cli.sealed.SecretFile;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;

/// Sends one file so that the server cannot read it: encrypts it into a file of its own first,
/// which is gone afterwards.
public final class SealedUpload {
  private static final String NAME = "encrypted";

  private final FileServer server;
  private final Path file;
  private final String name;
  private final ProgressBar progress;
  private final Duration firstPause;

  /// A file on the server.
  ///
  /// @param id its id
  /// @param secret what its readers have to know
  public record Sent(String id, SecretFile secret) {}

  /// Prepares an upload.
  ///
  /// @param server where to
  /// @param file a file
  /// @param name what its readers see as its name
  /// @param progress is told how far it is
  public SealedUpload(FileServer server, Path file, String name, ProgressBar progress) {
    this(server, file, name, progress, Duration.ofMillis(500));
  }

  SealedUpload(
      FileServer server, Path file, String name, ProgressBar progress, Duration firstPause) {
    this.server = server;
    this.file = file;
    this.name = name;
    this.progress = progress;
    this.firstPause = firstPause;
  }

  /// Encrypts and sends it.
  ///
  /// @return where it is, and what opens it
  /// @throws IOException if it cannot be read, or the server stays out of reach
  public Sent run() throws IOException {
    Path sealed = Files.createTempFile("parley-", ".sealed");
    try {
      SecretFile secret = encrypt(sealed);
      return new Sent(new Upload(server, sealed, NAME, progress, firstPause).run(), secret);
    } finally {
      Files.deleteIfExists(sealed);
    }
  }

  /// Size and hash are those of the bytes that were encrypted, whoever writes to the file
  /// meanwhile.
  private SecretFile encrypt(Path sealed) throws IOException {
    String key = SealedFile.newKey();
    MessageDigest digest = Hashes.sha256();
    try (InputStream clear = new DigestInputStream(Files.newInputStream(file), digest);
        OutputStream out = new BufferedOutputStream(Files.newOutputStream(sealed))) {
      SealedFile.encrypt(key, clear, out);
    }
    long size = SealedFile.clearSize(Files.size(sealed));
    return new SecretFile(name, size, HexFormat.of().formatHex(digest.digest()), key);
  }
}
