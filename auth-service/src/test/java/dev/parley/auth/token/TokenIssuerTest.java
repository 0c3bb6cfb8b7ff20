package dev.parley.auth.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.auth.key.JsonWebKeys;
import dev.parley.auth.key.KeyFolder;
import dev.parley.contracts.auth.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.keys.EllipticCurves;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenIssuerTest {
  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00.750Z");

  @TempDir Path folder;
  @TempDir Path elsewhere;

  private String jwks() {
    return new TokenKeys(new KeyFolder(folder)).published();
  }

  @Test
  void saysWhoItIsForAndHowLong() throws Exception {
    // When
    IssuedToken token = Tokens.issuer(folder).issue("alice", Role.MEMBER, NOON);

    // Then
    JwtClaims claims = Tokens.verify(token.text(), jwks(), NOON.getEpochSecond() + 1);
    assertThat(claims.getSubject()).isEqualTo("alice");
    assertThat(claims.getStringClaimValue("upn")).isEqualTo("alice");
    assertThat(claims.getIssuedAt().getValue()).isEqualTo(NOON.getEpochSecond());
    assertThat(claims.getExpirationTime().getValue())
        .isEqualTo(NOON.getEpochSecond() + 12 * 3600)
        .isEqualTo(token.expiresAt().getEpochSecond());
    assertThat(claims.getJwtId()).matches("[0-9a-f]{32}");
  }

  @Test
  void isNoLongerGoodAtItsEnd() {
    // Given
    IssuedToken token = Tokens.issuer(folder).issue("alice", Role.MEMBER, NOON);

    // When / Then
    assertThatThrownBy(
            () -> Tokens.verify(token.text(), jwks(), token.expiresAt().getEpochSecond()))
        .isInstanceOf(InvalidJwtException.class);
  }

  @Test
  void outlivesARestartOfTheService() throws Exception {
    // Given
    IssuedToken token = Tokens.issuer(folder).issue("alice", Role.MEMBER, NOON);

    // When
    String jwksAfterRestart = new TokenKeys(new KeyFolder(folder)).published();

    // Then
    assertThat(Tokens.verify(token.text(), jwksAfterRestart, NOON.getEpochSecond()).getSubject())
        .isEqualTo("alice");
  }

  @Test
  void isWorthNothingToTheKeysOfAnotherService() {
    // Given
    IssuedToken token = Tokens.issuer(elsewhere).issue("alice", Role.MEMBER, NOON);

    // When / Then
    assertThatThrownBy(() -> Tokens.verify(token.text(), jwks(), NOON.getEpochSecond()))
        .isInstanceOf(InvalidJwtException.class);
  }

  @Test
  void hasAnIdOfItsOwn() throws Exception {
    // Given
    TokenIssuer issuer = Tokens.issuer(folder);
    Set<String> ids = new HashSet<>();

    // When
    for (int i = 0; i < 50; i++) {
      String token = issuer.issue("alice", Role.MEMBER, NOON).text();
      ids.add(Tokens.verify(token, jwks(), NOON.getEpochSecond()).getJwtId());
    }

    // Then
    assertThat(ids).hasSize(50);
  }

  @Test
  void publishesNoPrivateKey() {
    // When
    String published = jwks();

    // Then
    assertThat(published)
        .contains("\"kty\":\"EC\"", "\"alg\":\"ES256\"", "\"use\":\"sig\"", "\"kid\"")
        .doesNotContain("\"d\":");
  }

  @Test
  void publishesTheNextKeyBeforeItSigns() throws Exception {
    // Given
    String signing = new TokenKeys(new KeyFolder(folder)).signingId();
    String next = JsonWebKeys.freshEllipticCurve(EllipticCurves.P256);
    writeKey("token-next.jwk", next);

    // When
    TokenKeys keys = new TokenKeys(new KeyFolder(folder));

    // Then
    assertThat(new JsonWebKeySet(keys.published()).getJsonWebKeys())
        .extracting(JsonWebKey::getKeyId)
        .containsExactly(signing, JsonWebKeys.parse(next).getKeyId());
    assertThat(keys.signingId()).isEqualTo(signing);
  }

  @Test
  void printsNoToken() {
    // When
    String printed = Tokens.issuer(folder).issue("alice", Role.MEMBER, NOON).toString();

    // Then
    assertThat(printed).isEqualTo("IssuedToken[expiresAt=2026-11-21T00:00:00Z]");
  }

  private void writeKey(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }
}
