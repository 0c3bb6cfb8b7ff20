package dev.parley.auth.key;

import java.security.spec.ECParameterSpec;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.OkpJwkGenerator;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.lang.JoseException;

/// Key pairs as JSON web keys (RFC 7517, RFC 8037), the form in which they lie in the folder.
///
/// A key's id is its thumbprint (RFC 7638), so it follows from the key and needs no keeping.
public final class JsonWebKeys {
  private JsonWebKeys() {}

  /// {@return the text of a fresh key pair on an elliptic curve}
  ///
  /// @param curve the curve
  public static String freshEllipticCurve(ECParameterSpec curve) {
    try {
      return EcJwkGenerator.generateJwk(curve).toJson(OutputControlLevel.INCLUDE_PRIVATE);
    } catch (JoseException e) {
      throw new IllegalStateException("no such curve in this JDK", e);
    }
  }

  /// {@return the text of a fresh octet key pair}
  ///
  /// @param subtype the curve's name, such as `X25519`
  public static String freshOctetPair(String subtype) {
    try {
      return OkpJwkGenerator.generateJwk(subtype).toJson(OutputControlLevel.INCLUDE_PRIVATE);
    } catch (JoseException e) {
      throw new IllegalStateException("no such curve in this JDK: " + subtype, e);
    }
  }

  /// {@return the key pair, its thumbprint as its id}
  ///
  /// @param text what one of the other methods made
  /// @throws IllegalArgumentException if it is no key; the text is not quoted
  public static PublicJsonWebKey parse(String text) {
    try {
      PublicJsonWebKey key = PublicJsonWebKey.Factory.newPublicJwk(text);
      key.setKeyId(key.calculateBase64urlEncodedThumbprint("SHA-256"));
      return key;
    } catch (JoseException e) {
      // The exception may quote the key, so it is not kept as the cause.
      throw new IllegalArgumentException("a key file holds no JSON web key");
    }
  }
}
