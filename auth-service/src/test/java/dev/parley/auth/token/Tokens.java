package dev.parley.auth.token;

import dev.parley.auth.Configs;
import dev.parley.auth.key.KeyFolder;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.jose4j.lang.JoseException;

/// Issues tokens with the default configuration, and verifies them as a gateway does.
public final class Tokens {
  private Tokens() {}

  /// {@return an issuer with the keys of a folder}
  ///
  /// @param folder of the keys
  public static TokenIssuer issuer(Path folder) {
    return new TokenIssuer(
        new TokenKeys(new KeyFolder(folder)),
        new SecureRandom(),
        Configs.of(TokenConfig.class, Map.of()));
  }

  /// {@return the claims of a token that is good at a time}
  ///
  /// @param token compact form
  /// @param jwks the published keys
  /// @param atEpochSecond the time
  /// @throws JoseException if the keys cannot be read
  /// @throws InvalidJwtException if the token is not good
  public static JwtClaims verify(String token, String jwks, long atEpochSecond)
      throws JoseException, InvalidJwtException {
    List<JsonWebKey> keys = new JsonWebKeySet(jwks).getJsonWebKeys();
    return new JwtConsumerBuilder()
        .setVerificationKeyResolver(new JwksVerificationKeyResolver(keys))
        .setJwsAlgorithmConstraints(
            AlgorithmConstraints.ConstraintType.PERMIT,
            AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256)
        .setExpectedIssuer("parley")
        .setExpectedAudience("parley")
        .setRequireExpirationTime()
        .setRequireIssuedAt()
        .setRequireSubject()
        .setRequireJwtId()
        .setEvaluationTime(NumericDate.fromSeconds(atEpochSecond))
        .build()
        .processToClaims(token);
  }
}
