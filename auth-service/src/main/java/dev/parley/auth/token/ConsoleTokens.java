package dev.parley.auth.token;

import dev.parley.contracts.auth.AdminProof;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;

/// Verifies the tokens that the server's own console makes itself: whoever can read the key that
/// signs is the operator. Safe for use by many threads.
///
/// Taken is a JWS signed with ES256 by the present key, for the console's own audience and subject,
/// that lives for [#MAX_LIFE_MINUTES] at most. Its end is measured by the clock of the log.
@Singleton
public final class ConsoleTokens {
  private static final int MAX_LIFE_MINUTES = 2;
  private static final int CLOCK_SKEW_SECONDS = 30;

  private final TokenKeys keys;
  private final String issuer;

  @Inject
  ConsoleTokens(TokenKeys keys, TokenConfig config) {
    this(keys, config.issuer());
  }

  /// Uses the service's keys.
  ///
  /// @param keys what signs
  /// @param issuer claim `iss`
  public ConsoleTokens(TokenKeys keys, String issuer) {
    this.keys = keys;
    this.issuer = issuer;
  }

  /// {@return whether the token is the console's, and good}
  ///
  /// @param token in compact form
  /// @param at timestamp of the record that carries it
  public boolean isGood(String token, Instant at) {
    JwtConsumer consumer =
        new JwtConsumerBuilder()
            .setVerificationKey(keys.verifyingKey())
            .setJwsAlgorithmConstraints(
                ConstraintType.PERMIT, AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256)
            .setExpectedIssuer(issuer)
            .setExpectedAudience(AdminProof.CONSOLE_AUDIENCE)
            .setExpectedSubject(AdminProof.CONSOLE)
            .setRequireExpirationTime()
            .setRequireIssuedAt()
            .setMaxFutureValidityInMinutes(MAX_LIFE_MINUTES)
            .setEvaluationTime(NumericDate.fromSeconds(at.getEpochSecond()))
            .setAllowedClockSkewInSeconds(CLOCK_SKEW_SECONDS)
            .build();
    try {
      consumer.processToClaims(token);
      return true;
    } catch (InvalidJwtException _) {
      // The exception quotes the token.
      return false;
    }
  }
}
