package dev.parley.contracts.auth;

import java.nio.charset.StandardCharsets;

/// A password sealed to auth-service, so that none lies in Kafka in clear.
///
/// HPKE (RFC 9180), mode base, DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, AES-256-GCM. The `info` is
/// [#INFO]; the associated data binds the ciphertext to account, session and nonce, so that a
/// record copied from the log opens nowhere else.
///
/// @param keyId which public key of auth-service it was sealed to
/// @param encapsulation the encapsulated key, 32 bytes
/// @param ciphertext the sealed UTF-8 bytes of the password, 16 bytes longer than those
/// @param nonce made freshly by the gateway for each sealing; auth-service takes each only once
@SuppressWarnings("ArrayRecordComponent") // never compared, made and read once
public record SealedPassword(String keyId, byte[] encapsulation, byte[] ciphertext, String nonce) {
  /// The `info` parameter of HPKE's key schedule.
  public static final byte[] INFO = "parley password v1".getBytes(StandardCharsets.US_ASCII);

  /// {@return the associated data of the sealing}
  ///
  /// @param account handle, lower case
  /// @param session id of the session that asks
  /// @param nonce the nonce of the sealing
  public static byte[] associatedData(String account, String session, String nonce) {
    return (account + "\n" + session + "\n" + nonce).getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return "SealedPassword[keyId=" + keyId + "]";
  }
}
