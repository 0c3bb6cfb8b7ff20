package dev.parley.gateway.credential;

import java.util.concurrent.CompletableFuture;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/// Signs tokens as auth-service does, with a key of its own that it publishes.
public final class TestTokens implements TokenKeySource {
  private final PublicJsonWebKey key;

  public TestTokens() {
    try {
      key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
      key.setKeyId("k1");
    } catch (JoseException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public CompletableFuture<String> fetch() {
    return CompletableFuture.completedFuture(
        new JsonWebKeySet(key).toJson(OutputControlLevel.PUBLIC_ONLY));
  }

  /// {@return a good token of an account}
  public String of(String account) {
    JwtClaims claims = new JwtClaims();
    claims.setIssuer("parley");
    claims.setAudience("parley");
    claims.setSubject(account);
    claims.setIssuedAtToNow();
    claims.setExpirationTimeMinutesInTheFuture(10);
    JsonWebSignature signature = new JsonWebSignature();
    signature.setPayload(claims.toJson());
    signature.setKeyIdHeaderValue("k1");
    signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
    signature.setKey(key.getPrivateKey());
    try {
      return signature.getCompactSerialization();
    } catch (JoseException e) {
      throw new AssertionError(e);
    }
  }
}
