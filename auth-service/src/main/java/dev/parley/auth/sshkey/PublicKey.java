package dev.parley.auth.sshkey;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/// A public key that may log somebody in.
///
/// @param type one of [KeyType]
/// @param blob the key as ssh sends it (RFC 4253 section 6.6)
record PublicKey(KeyType type, ByteBuffer blob) {
  /// {@return `SHA256:…`, as `ssh-keygen -l` prints it}
  String fingerprint() {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      sha256.update(blob.duplicate());
      return "SHA256:" + Base64.getEncoder().withoutPadding().encodeToString(sha256.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
