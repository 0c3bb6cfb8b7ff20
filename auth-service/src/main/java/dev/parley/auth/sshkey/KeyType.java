package dev.parley.auth.sshkey;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/// The types of keys that are taken, and what follows the type in a key's blob.
enum KeyType {
  /// RFC 8709 section 4: the 32 bytes of the public key.
  ED25519("ssh-ed25519") {
    @Override
    Optional<String> breach(KeyBlob blob) {
      return length(blob, ED25519_BYTES);
    }
  },
  /// OpenSSH PROTOCOL.u2f: the same, and the application that the security key was asked for.
  SECURITY_ED25519("sk-ssh-ed25519@openssh.com") {
    @Override
    Optional<String> breach(KeyBlob blob) {
      Optional<String> breach = length(blob, ED25519_BYTES);
      blob.next();
      return breach;
    }
  },
  /// RFC 5656 section 3.1: the curve's name and an uncompressed point.
  ECDSA_P256("ecdsa-sha2-nistp256") {
    @Override
    Optional<String> breach(KeyBlob blob) {
      return blob.text().equals("nistp256") ? length(blob, P256_POINT_BYTES) : CUT;
    }
  },
  /// RFC 4253 section 6.6: exponent and modulus.
  RSA("ssh-rsa") {
    @Override
    Optional<String> breach(KeyBlob blob) {
      blob.next();
      int bits = blob.integer().bitLength();
      return bits >= MIN_RSA_BITS && bits <= MAX_RSA_BITS
          ? Optional.empty()
          : Optional.of(
              "an RSA key has %d to %d bits, this one has %d; make another: ssh-keygen -t ed25519"
                  .formatted(MIN_RSA_BITS, MAX_RSA_BITS, bits));
    }
  };

  private static final int ED25519_BYTES = 32;
  private static final int P256_POINT_BYTES = 65;
  private static final int MIN_RSA_BITS = 2_048;

  /// Longer ones would only cost the gateway time at each login.
  private static final int MAX_RSA_BITS = 8_192;

  private static final Optional<String> CUT = Optional.of(KeyBlob.CUT);

  private final String wireName;

  KeyType(String wireName) {
    this.wireName = wireName;
  }

  /// {@return what is wrong with the rest of a blob, if something is}
  ///
  /// @param blob just behind the type
  abstract Optional<String> breach(KeyBlob blob);

  /// {@return the type's name in ssh}
  String wireName() {
    return wireName;
  }

  static Optional<KeyType> named(String name) {
    return Arrays.stream(values()).filter(type -> type.wireName.equals(name)).findFirst();
  }

  static String names() {
    return Arrays.stream(values()).map(KeyType::wireName).collect(Collectors.joining(", "));
  }

  private static Optional<String> length(KeyBlob blob, int bytes) {
    return blob.next().remaining() == bytes ? Optional.empty() : CUT;
  }
}
