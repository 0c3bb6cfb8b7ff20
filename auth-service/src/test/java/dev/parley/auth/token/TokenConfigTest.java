package dev.parley.auth.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.auth.Configs;
import dev.parley.auth.key.KeyConfig;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TokenConfigTest {
  @Test
  void hasTheseDefaults() {
    // When
    TokenConfig config = Configs.of(TokenConfig.class, Map.of());

    // Then
    assertThat(config.life()).isEqualTo(Duration.ofHours(12));
    assertThat(config.issuer()).isEqualTo("parley");
    assertThat(config.audience()).isEqualTo("parley");
    assertThat(Configs.of(KeyConfig.class, Map.of()).folder()).isEqualTo(Path.of("data/auth-keys"));
  }

  @Test
  void takesEveryValueFromItsKey() {
    // Given
    Map<String, String> values =
        Map.of(
            "parley.auth.token.life", "15m",
            "parley.auth.token.issuer", "https://chat.example",
            "parley.auth.token.audience", "chat");

    // When
    TokenConfig config = Configs.of(TokenConfig.class, values);

    // Then
    assertThat(config.life()).isEqualTo(Duration.ofMinutes(15));
    assertThat(config.issuer()).isEqualTo("https://chat.example");
    assertThat(config.audience()).isEqualTo("chat");
    assertThat(
            Configs.of(KeyConfig.class, Map.of("parley.auth.token.folder", "/srv/keys")).folder())
        .isEqualTo(Path.of("/srv/keys"));
  }
}
