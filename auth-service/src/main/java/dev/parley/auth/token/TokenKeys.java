package dev.parley.auth.token;

import dev.parley.auth.key.JsonWebKeys;
import dev.parley.auth.key.KeyFolder;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.keys.EllipticCurves;

/// The ES256 key pair that signs tokens, made at the first start and kept, and those published with
/// it.
///
/// `token.jwk` signs. Any `token-*.jwk` is published beside it: the next key before it signs, since
/// verifiers fetch keys seldom, and the last one while its tokens live. Immutable.
@Singleton
public final class TokenKeys {
  private static final String FILE = "token.jwk";
  private static final String FURTHER_FILES = "token-*.jwk";
  private static final String ALGORITHM = "ES256";

  private final PublicJsonWebKey signing;
  private final String published;

  /// Reads the keys, and makes the one that signs if there is none.
  ///
  /// @param folder where they lie
  @Inject
  public TokenKeys(KeyFolder folder) {
    signing = read(folder.obtain(FILE, () -> JsonWebKeys.freshEllipticCurve(EllipticCurves.P256)));
    List<PublicJsonWebKey> keys = new ArrayList<>(List.of(signing));
    folder.matching(FURTHER_FILES).forEach(text -> keys.add(read(text)));
    published = new JsonWebKeySet(keys).toJson(OutputControlLevel.PUBLIC_ONLY);
  }

  private static PublicJsonWebKey read(String text) {
    PublicJsonWebKey key = JsonWebKeys.parse(text);
    key.setAlgorithm(ALGORITHM);
    key.setUse("sig");
    return key;
  }

  /// {@return the JWKS document (RFC 7517 section 5), public parts only}
  public String published() {
    return published;
  }

  /// {@return id of the key that signs}
  String signingId() {
    return signing.getKeyId();
  }

  /// {@return the key that verifies what the present one signs}
  PublicKey verifyingKey() {
    return signing.getPublicKey();
  }

  /// {@return the key that signs}
  PrivateKey signingKey() {
    return signing.getPrivateKey();
  }
}
