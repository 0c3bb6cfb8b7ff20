package dev.parley.auth.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.auth.key.KeyFolder;
import dev.parley.contracts.auth.Role;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConsoleTokensTest {
  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

  @TempDir Path folder;
  @TempDir Path elsewhere;

  private ConsoleTokens console() {
    return new ConsoleTokens(new TokenKeys(new KeyFolder(folder)), "parley");
  }

  private static String token(Path keys, String audience, String subject, Duration life) {
    TokenKeys own = new TokenKeys(new KeyFolder(keys));
    return Jwt.issuer("parley")
        .audience(audience)
        .subject(subject)
        .issuedAt(NOON)
        .expiresAt(NOON.plus(life))
        .jws()
        .algorithm(SignatureAlgorithm.ES256)
        .keyId(own.signingId())
        .sign(own.signingKey());
  }

  @Test
  void takesAFreshOne() {
    assertThat(
            console()
                .isGood(token(folder, "parley-console", "console", Duration.ofMinutes(1)), NOON))
        .isTrue();
  }

  @Test
  void takesNothingElse() {
    // Given
    Duration minute = Duration.ofMinutes(1);
    String good = token(folder, "parley-console", "console", minute);

    // Then
    assertThat(console().isGood(good, NOON.plus(Duration.ofMinutes(2)))).isFalse();
    assertThat(console().isGood(token(elsewhere, "parley-console", "console", minute), NOON))
        .isFalse();
    assertThat(console().isGood(token(folder, "parley", "console", minute), NOON)).isFalse();
    assertThat(console().isGood(token(folder, "parley-console", "alice", minute), NOON)).isFalse();
    assertThat(
            console().isGood(token(folder, "parley-console", "console", Duration.ofHours(1)), NOON))
        .isFalse();
    assertThat(console().isGood("", NOON)).isFalse();
  }

  @Test
  void doesNotTakeALogin() {
    // Given
    String login = Tokens.issuer(folder).issue("alice", Role.ADMIN, NOON).text();

    // When / Then
    assertThat(console().isGood(login, NOON)).isFalse();
  }
}
