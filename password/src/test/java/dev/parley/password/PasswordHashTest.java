package dev.parley.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.password.PasswordHash.Cost;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordHashTest {
  private static final String PHC =
      "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4";

  @Test
  void readsAPhcString() {
    // When
    PasswordHash hash = PasswordHash.parse(PHC);

    // Then
    assertThat(hash.cost()).isEqualTo(new Cost(256, 2, 1));
    assertThat(hash.salt()).asString().isEqualTo("somesalt");
    assertThat(hash.hash()).hasSize(32);
  }

  @Test
  void writesThePhcStringThatItRead() {
    // When
    String written = PasswordHash.parse(PHC).phc();

    // Then
    assertThat(written).isEqualTo(PHC);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "secret",
        "$argon2i$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65",
        "$argon2id$v=16$m=256,t=2,p=1$c29tZXNhbHQ$nf65",
        "$argon2id$v=19$m=256,t=2$c29tZXNhbHQ$nf65",
        "$argon2id$v=19$m=9999999999,t=2,p=1$c29tZXNhbHQ$nf65"
      })
  void refusesWhatIsNone(String text) {
    // When / Then
    assertThatThrownBy(() -> PasswordHash.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("PHC");
  }

  @Test
  void printsNeitherSaltNorHash() {
    // When
    String printed = PasswordHash.parse(PHC).toString();

    // Then
    assertThat(printed)
        .isEqualTo("PasswordHash[cost=Cost[memoryKib=256, iterations=2, parallelism=1]]");
  }
}
