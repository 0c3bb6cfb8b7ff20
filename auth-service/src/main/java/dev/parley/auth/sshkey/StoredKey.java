package dev.parley.auth.sshkey;

import java.time.Instant;

/// A key as it is kept.
///
/// @param type its name in ssh
/// @param fingerprint `SHA256:…`
/// @param blob the whole key as ssh sends it
/// @param name what its owner calls it; may be empty
/// @param addedAt timestamp of the record that added it
@SuppressWarnings("ArrayRecordComponent") // Never compared.
public record StoredKey(
    String type, String fingerprint, byte[] blob, String name, Instant addedAt) {
  @Override
  public String toString() {
    return "StoredKey[fingerprint=" + fingerprint + "]";
  }
}
