package dev.parley.auth.sshkey;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Optional;

/// Reads a key as it stands in a public key file of OpenSSH: `TYPE BASE64`.
final class KeyLine {
  /// An RSA key of 8,192 bits has 1,400 characters.
  private static final int MAX_LENGTH = 4_096;

  private KeyLine() {}

  /// What came of reading.
  sealed interface Read {
    /// It is a key that is taken.
    record Good(PublicKey key) implements Read {}

    /// It is not.
    ///
    /// @param reason one sentence with cause and cure, without the key
    record Bad(String reason) implements Read {}
  }

  static Read read(String line) {
    int blank = line.indexOf(' ');
    if (blank < 0 || line.length() > MAX_LENGTH) {
      return new Read.Bad(
          "a key is TYPE BASE64, as it stands in a .pub file of ssh-keygen, at most "
              + MAX_LENGTH
              + " characters");
    }
    return KeyType.named(line.substring(0, blank))
        .map(type -> read(type, line.substring(blank + 1)))
        .orElseGet(() ->
            new Read.Bad(
                "keys of this type are not taken; make one of %s, such as with ssh-keygen -t ed25519"
                    .formatted(KeyType.names())));
  }

  private static Read read(KeyType type, String base64) {
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException _) {
      return new Read.Bad(KeyBlob.CUT);
    }
    ByteBuffer whole = ByteBuffer.wrap(bytes).asReadOnlyBuffer();
    KeyBlob blob = new KeyBlob(whole);
    if (!blob.text().equals(type.wireName())) {
      return new Read.Bad("the key is of another type than it says; copy the line again");
    }
    Optional<String> breach = type.breach(blob);
    if (breach.isPresent()) {
      return new Read.Bad(breach.get());
    }
    return blob.isAtEnd() ? new Read.Good(new PublicKey(type, whole)) : new Read.Bad(KeyBlob.CUT);
  }
}
