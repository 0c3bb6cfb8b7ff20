package dev.parley.auth.kafka;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.contracts.auth.AuthRecord;
import dev.parley.contracts.codec.Codecs;
import dev.parley.contracts.codec.Decoded;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompletenessTest {
  private static final String WHOLE =
      """
      {"v":1,"kind":"Login","body":{"account":"alice","password":{"keyId":"k","encapsulation":"AA==",\
      "ciphertext":"AA==","nonce":"n"},"session":"s","origin":{"door":"tcp","address":"192.0.2.1"},\
      "replyTo":{"gateway":"gw1","request":7}}}\
      """;

  private static Record decode(String json) {
    Decoded<AuthRecord> decoded = Codecs.AUTH.decode(json.getBytes(StandardCharsets.UTF_8));
    return (Record) ((Decoded.Known<AuthRecord>) decoded).record();
  }

  @Test
  void takesAWholeRecord() {
    // Given
    Record whole = decode(WHOLE);

    // When / Then
    assertThatCode(() -> Completeness.require(whole)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"account\":\"alice\", | Login has no account",
        "\"session\":\"s\", | Login has no session",
        "\"keyId\":\"k\", | SealedPassword has no keyId",
        ",\"nonce\":\"n\" | SealedPassword has no nonce",
        ",\"address\":\"192.0.2.1\" | Origin has no address",
        ",\"replyTo\":{\"gateway\":\"gw1\",\"request\":7} | Login has no replyTo"
      })
  void namesTheFirstThatIsMissing(String part, String message) {
    // Given
    Record incomplete = decode(WHOLE.replace(part, ""));

    // When / Then
    assertThatThrownBy(() -> Completeness.require(incomplete))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }
}
