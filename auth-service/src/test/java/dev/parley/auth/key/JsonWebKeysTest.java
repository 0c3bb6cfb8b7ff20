package dev.parley.auth.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.keys.EllipticCurves;
import org.junit.jupiter.api.Test;

class JsonWebKeysTest {
  @Test
  void givesAKeyTheIdThatFollowsFromIt() {
    // Given
    String text = JsonWebKeys.freshEllipticCurve(EllipticCurves.P256);

    // When
    PublicJsonWebKey one = JsonWebKeys.parse(text);
    PublicJsonWebKey other = JsonWebKeys.parse(text);

    // Then
    assertThat(one.getKeyId()).hasSize(43).isEqualTo(other.getKeyId());
  }

  @Test
  void computesTheThumbprintOfRfc8037() {
    // Given: RFC 8037, appendix A.3
    String text =
        "{\"kty\":\"OKP\",\"crv\":\"Ed25519\","
            + "\"x\":\"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo\"}";

    // When
    PublicJsonWebKey key = JsonWebKeys.parse(text);

    // Then
    assertThat(key.getKeyId()).isEqualTo("kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k");
  }

  @Test
  void doesNotQuoteWhatIsNoKey() {
    // When / Then
    assertThatThrownBy(() -> JsonWebKeys.parse("{\"d\":\"private\"}"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasNoCause()
        .hasMessageNotContaining("private");
  }
}
