package dev.parley.gateway.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.contracts.ErrorCode;
import dev.parley.contracts.auth.Role;
import dev.parley.gateway.exchange.RequestFailedException;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;

class TokenVerifierTest {
  private final PublicJsonWebKey key = key("k1");
  private JsonWebKeySet published = new JsonWebKeySet(key);
  private int fetches;
  private long now = Duration.ofHours(1).toNanos();
  private final TokenVerifier verifier =
      new TokenVerifier(
          () -> {
            fetches++;
            return CompletableFuture.completedFuture(
                published.toJson(OutputControlLevel.PUBLIC_ONLY));
          },
          Credentials.settings(),
          Runnable::run,
          () -> now);

  @Test
  void tellsWhoseATokenIsAndFetchesTheKeysOnce() {
    // Given
    String token = token(key, _ -> {});

    // When
    VerifiedToken verified = verifier.verify(token).join();
    verifier.verify(token(key, _ -> {})).join();

    // Then
    assertThat(verified.account()).isEqualTo("alice");
    assertThat(verified.id()).isEqualTo(TokenId.of(token));
    assertThat(verified.role()).isEqualTo(Role.MEMBER);
    assertThat(verified.console()).isFalse();
    assertThat(fetches).isEqualTo(1);
  }

  @Test
  void tellsTheRoleOfAnAccount() {
    // When
    VerifiedToken verified =
        verifier.verify(token(key, claims -> claims.setStringClaim("role", "moderator"))).join();

    // Then
    assertThat(verified.role()).isEqualTo(Role.MODERATOR);
  }

  @Test
  void takesTheConsolesTokensFromAdministratorsOnly() {
    // Given
    String console =
        token(
            key,
            claims -> {
              claims.setAudience("parley-console");
              claims.setSubject("console");
            });
    String disguised = token(key, claims -> claims.setAudience("parley-console"));

    // When / Then
    assertRefused(console);
    assertThat(verifier.verifyAdmin(console).join().console()).isTrue();
    assertThat(verifier.verifyAdmin(token(key, _ -> {})).join().console()).isFalse();
    assertThat(verifier.verifyAdmin(disguised)).isCompletedExceptionally();
  }

  @Test
  void refusesWhatIsOverOrMeantForOthersOrUnnamed() {
    assertRefused(token(key, claims -> claims.setExpirationTime(NumericDate.fromSeconds(1_000))));
    assertRefused(token(key, claims -> claims.unsetClaim("exp")));
    assertRefused(token(key, claims -> claims.setAudience("others")));
    assertRefused(token(key, claims -> claims.unsetClaim("aud")));
    assertRefused(token(key, claims -> claims.setIssuer("others")));
    assertRefused(token(key, claims -> claims.unsetClaim("iss")));
    assertRefused(token(key, claims -> claims.unsetClaim("sub")));
    assertRefused(token(key, claims -> claims.setSubject("Not A Handle")));
  }

  /// CVE-2026-22817, CVE-2026-23993, CVE-2026-29000 and their kin.
  @Test
  void letsNothingInTheTokenChooseAlgorithmOrKey() throws JoseException {
    assertRefused(token(key("k1"), _ -> {}));
    assertRefused(unsigned());
    PublicKey known = key.getPublicKey();
    JsonWebSignature forged = signature(claims(_ -> {}));
    forged.setAlgorithmHeaderValue(AlgorithmIdentifiers.HMAC_SHA256);
    forged.setKey(new HmacKey(known.getEncoded()));
    assertRefused(forged.getCompactSerialization());
    assertRefused("a.b.c.d.e");
    assertRefused("../../k1");
    assertRefused("");
    assertRefused("x".repeat(5_000));
  }

  @Test
  void fetchesTheKeysAgainForOneItDoesNotKnowButNotAtAnyRate() {
    // Given
    PublicJsonWebKey next = key("k2");
    verifier.verify(token(key, _ -> {})).join();

    // When
    assertRefused(token(next, _ -> {}));
    published = new JsonWebKeySet(key, next);
    assertRefused(token(next, _ -> {}));

    // Then
    assertThat(fetches).isEqualTo(1);

    // When
    now += Duration.ofSeconds(6).toNanos();

    // Then
    assertThat(verifier.verify(token(next, _ -> {})).join().account()).isEqualTo("alice");
    assertThat(fetches).isEqualTo(2);
  }

  private void assertRefused(String token) {
    assertThatThrownBy(() -> verifier.verify(token).join())
        .isInstanceOf(CompletionException.class)
        .cause()
        .isInstanceOfSatisfying(
            RequestFailedException.class,
            refused -> assertThat(refused.code()).isEqualTo(ErrorCode.BAD_CREDENTIALS));
  }

  private static String token(PublicJsonWebKey key, Consumer<JwtClaims> change) {
    try {
      JsonWebSignature signature = signature(claims(change));
      signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
      signature.setKeyIdHeaderValue(key.getKeyId());
      signature.setKey(key.getPrivateKey());
      return signature.getCompactSerialization();
    } catch (JoseException e) {
      throw new AssertionError(e);
    }
  }

  private static JsonWebSignature signature(JwtClaims claims) {
    JsonWebSignature signature = new JsonWebSignature();
    signature.setPayload(claims.toJson());
    signature.setKeyIdHeaderValue("k1");
    return signature;
  }

  private static JwtClaims claims(Consumer<JwtClaims> change) {
    JwtClaims claims = new JwtClaims();
    claims.setIssuer("parley");
    claims.setAudience("parley");
    claims.setSubject("alice");
    claims.setExpirationTimeMinutesInTheFuture(10);
    change.accept(claims);
    return claims;
  }

  private static String unsigned() {
    Base64.Encoder encoder = Base64.getUrlEncoder().withoutPadding();
    String head = "{\"alg\":\"none\",\"kid\":\"k1\"}";
    return encoder.encodeToString(head.getBytes(StandardCharsets.UTF_8))
        + "."
        + encoder.encodeToString(claims(_ -> {}).toJson().getBytes(StandardCharsets.UTF_8))
        + ".";
  }

  private static PublicJsonWebKey key(String id) {
    try {
      PublicJsonWebKey made = EcJwkGenerator.generateJwk(EllipticCurves.P256);
      made.setKeyId(id);
      return made;
    } catch (JoseException e) {
      throw new AssertionError(e);
    }
  }
}
