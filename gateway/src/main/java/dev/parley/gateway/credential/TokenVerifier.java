package dev.parley.gateway.credential;

import dev.parley.contracts.ErrorCode;
import dev.parley.contracts.Handles;
import dev.parley.contracts.auth.AdminProof;
import dev.parley.contracts.auth.Role;
import dev.parley.gateway.exchange.RequestFailedException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.lang.JoseException;

/// Verifies tokens of auth-service from its published keys. Safe for use by many threads.
///
/// Taken is a JWS in compact form, signed with ES256 by a key of the set, with the issuer, the
/// audience, a subject and an end that has not come; nothing of it chooses algorithm or key but the
/// key id. The keys are fetched once, and again for a key id that is not among them, at most once
/// in [#REFETCH_NANOS].
public final class TokenVerifier {
  private static final int MAX_LENGTH = 4_096;
  private static final int CLOCK_SKEW_SECONDS = 30;
  private static final long REFETCH_NANOS = Duration.ofSeconds(5).toNanos();

  private final TokenKeySource source;
  private final CredentialConfig config;
  private final Executor workers;
  private final LongSupplier clock;
  private volatile Keys keys = new Keys(List.of(), 0, false);

  private record Keys(List<JsonWebKey> all, long fetchedAt, boolean fetched) {}

  /// Verifies with the keys of a source.
  ///
  /// @param source where the keys come from
  /// @param config says who must have signed, and for whom
  /// @param workers runs the verifying; not an event loop
  /// @param clock monotonic time in nanoseconds
  public TokenVerifier(
      TokenKeySource source, CredentialConfig config, Executor workers, LongSupplier clock) {
    this.source = source;
    this.config = config;
    this.workers = workers;
    this.clock = clock;
  }

  /// Verifies one token.
  ///
  /// @param token as the client sent it
  /// @return completes on a worker; fails with `bad_credentials` if the token is not good, with
  ///   `unavailable` while there are no keys
  public CompletableFuture<VerifiedToken> verify(String token) {
    return verify(token, config.audience());
  }

  /// Verifies the token of an administrator: that of a login, or that of the server's console.
  ///
  /// @param token as the client sent it
  /// @return completes and fails as [#verify(String)] does
  public CompletableFuture<VerifiedToken> verifyAdmin(String token) {
    return verify(token, config.audience(), AdminProof.CONSOLE_AUDIENCE);
  }

  private CompletableFuture<VerifiedToken> verify(String token, String... audiences) {
    if (token.length() > MAX_LENGTH) {
      return CompletableFuture.failedFuture(refused());
    }
    return CompletableFuture.supplyAsync(() -> keyId(token), workers)
        .thenCompose(this::key)
        .thenApplyAsync(key -> verify(token, key, audiences), workers);
  }

  private static String keyId(String token) {
    try {
      JsonWebSignature signature = new JsonWebSignature();
      signature.setCompactSerialization(token);
      String keyId = signature.getKeyIdHeaderValue();
      if (keyId == null) {
        throw refused();
      }
      return keyId;
    } catch (JoseException e) {
      throw refused();
    }
  }

  private CompletableFuture<JsonWebKey> key(String keyId) {
    Keys present = keys;
    JsonWebKey key = find(present, keyId);
    if (key != null) {
      return CompletableFuture.completedFuture(key);
    }
    if (present.fetched && clock.getAsLong() - present.fetchedAt < REFETCH_NANOS) {
      return CompletableFuture.failedFuture(refused());
    }
    return source
        .fetch()
        .handle((document, failure) -> {
          if (failure != null) {
            throw new RequestFailedException(
                ErrorCode.UNAVAILABLE, "logging in is not possible now; try again");
          }
          return keep(document, keyId);
        });
  }

  private JsonWebKey keep(String document, String keyId) {
    try {
      keys = new Keys(new JsonWebKeySet(document).getJsonWebKeys(), clock.getAsLong(), true);
    } catch (JoseException e) {
      throw new RequestFailedException(
          ErrorCode.UNAVAILABLE, "logging in is not possible now; try again");
    }
    JsonWebKey key = find(keys, keyId);
    if (key == null) {
      throw refused();
    }
    return key;
  }

  private static @org.jspecify.annotations.Nullable JsonWebKey find(Keys keys, String keyId) {
    return keys.all.stream().filter(key -> keyId.equals(key.getKeyId())).findFirst().orElse(null);
  }

  private VerifiedToken verify(String token, JsonWebKey key, String... audiences) {
    JwtConsumer consumer =
        new JwtConsumerBuilder()
            .setVerificationKey(key.getKey())
            .setJwsAlgorithmConstraints(
                new AlgorithmConstraints(
                    ConstraintType.PERMIT, AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256))
            .setExpectedIssuer(config.issuer())
            .setExpectedAudience(audiences)
            .setRequireExpirationTime()
            .setRequireSubject()
            .setAllowedClockSkewInSeconds(CLOCK_SKEW_SECONDS)
            .build();
    try {
      JwtClaims claims = consumer.processToClaims(token);
      String account = claims.getSubject();
      boolean console = claims.getAudience().contains(AdminProof.CONSOLE_AUDIENCE);
      if (!Handles.isHandle(account) || console != account.equals(AdminProof.CONSOLE)) {
        throw refused();
      }
      return new VerifiedToken(account, TokenId.of(token), issuedAt(claims), role(claims), console);
    } catch (InvalidJwtException | MalformedClaimException e) {
      throw refused();
    }
  }

  private static long issuedAt(JwtClaims claims) throws MalformedClaimException {
    return claims.getIssuedAt() == null ? 0 : claims.getIssuedAt().getValue();
  }

  private static Role role(JwtClaims claims) throws MalformedClaimException {
    String name = claims.getStringClaimValue("role");
    return Arrays.stream(Role.values())
        .filter(role -> role.wireName().equals(name))
        .findFirst()
        .orElse(Role.MEMBER);
  }

  private static RequestFailedException refused() {
    return new RequestFailedException(
        ErrorCode.BAD_CREDENTIALS, "the session cannot go on; log in again");
  }
}
