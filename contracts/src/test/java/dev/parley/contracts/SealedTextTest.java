package dev.parley.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.parley.contracts.conversation.Post;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealedTextTest {
  private static final String LONGEST =
      SealedText.PREFIX + "A".repeat(SealedText.MAX_LENGTH - SealedText.PREFIX.length());

  @ParameterizedTest
  @ValueSource(strings = {"AZaz09-_", "A"})
  void isBase64UrlAfterItsPrefix(String envelope) {
    assertThat(SealedText.isWellFormed(SealedText.PREFIX + envelope)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "A=", "A+", "A/", "A B", "A\n", "\u00c4"})
  void isNothingElse(String envelope) {
    assertThat(SealedText.isWellFormed(SealedText.PREFIX + envelope)).isFalse();
  }

  @Test
  void hasALimitOfItsOwn() {
    assertThat(SealedText.isWellFormed(LONGEST)).isTrue();
    assertThat(SealedText.isWellFormed(LONGEST + "A")).isFalse();
  }

  @Test
  void isTakenByAPostUpToItsLimit() {
    assertThat(post(LONGEST).text()).isEqualTo(LONGEST);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> post(LONGEST + "A"))
        .withMessageContaining("32768");
  }

  @Test
  void isShownAsAMark() {
    assertThat(SealedText.shown(SealedText.PREFIX + "A")).isEqualTo("[encrypted]");
    assertThat(SealedText.shown("hi")).isEqualTo("hi");
  }

  private static Post post(String text) {
    return new Post("@alice+bob", "alice", "c-1", text, null);
  }
}
