package dev.parley.deploy.local.admin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Stream;

/// Puts the keys of auth-service aside, so that its next start makes new ones.
///
/// The old key that signed tokens stays in the folder as `token-until-TIME.jwk` and is published,
/// so its tokens are good until they end. The key that opens passwords has no past: gateways fetch
/// the new one.
final class KeyRotation {

  private static final String OLD = "token-until-";
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

  /// Twice the life of a token, unless somebody made that longer.
  private static final Duration KEPT = Duration.ofHours(24);

  private final Path folder;

  KeyRotation(Path folder) {
    this.folder = folder;
  }

  /// {@return whether there are keys}
  boolean isPossible() {
    return Files.exists(folder.resolve("token.jwk"));
  }

  /// Puts the keys aside, and deletes old ones whose tokens have ended.
  ///
  /// @param now the present time
  void rotate(Instant now) throws IOException {
    forgetBefore(now.minus(KEPT));
    Path old = folder.resolve(OLD + STAMP.format(now) + ".jwk");
    Files.move(folder.resolve("token.jwk"), old, StandardCopyOption.ATOMIC_MOVE);
    Files.deleteIfExists(folder.resolve("sealing.jwk"));
  }

  /// Deletes all keys: every token ends at once.
  void forgetAll() throws IOException {
    for (Path key : olds()) {
      Files.delete(key);
    }
    Files.deleteIfExists(folder.resolve("token.jwk"));
    Files.deleteIfExists(folder.resolve("sealing.jwk"));
  }

  private void forgetBefore(Instant moment) throws IOException {
    String first = OLD + STAMP.format(moment);
    for (Path key : olds()) {
      if (key.getFileName().toString().compareTo(first) < 0) {
        Files.delete(key);
      }
    }
  }

  private List<Path> olds() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.getFileName().toString().startsWith(OLD)).toList();
    }
  }
}
