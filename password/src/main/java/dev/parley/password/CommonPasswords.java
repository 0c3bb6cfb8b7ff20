package dev.parley.password;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/// Passwords that are guessed first, in lower case; a small bundled list.
///
/// Looked up as bytes, so that no password has to become a `String`.
final class CommonPasswords {
  private static final String RESOURCE = "common-passwords.txt";

  private final Set<ByteBuffer> passwords;

  private CommonPasswords(Set<ByteBuffer> passwords) {
    this.passwords = passwords;
  }

  static CommonPasswords bundled() {
    try (InputStream list = CommonPasswords.class.getResourceAsStream(RESOURCE)) {
      String text =
          new String(Objects.requireNonNull(list, RESOURCE).readAllBytes(), StandardCharsets.UTF_8);
      return new CommonPasswords(
          text.lines()
              .map(line -> ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8)))
              .collect(Collectors.toUnmodifiableSet()));
    } catch (IOException e) {
      throw new UncheckedIOException(RESOURCE, e);
    }
  }

  /// {@return whether the password is on the list}
  ///
  /// @param folded a password in lower case
  boolean contains(byte[] folded) {
    return passwords.contains(ByteBuffer.wrap(folded));
  }
}
