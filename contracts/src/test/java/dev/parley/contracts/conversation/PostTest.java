package dev.parley.contracts.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.parley.contracts.MessageText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostTest {
  private static final String SMILE = "\ud83d\ude00";

  @ParameterizedTest
  @ValueSource(strings = {"x", SMILE})
  void takesATextOfFourThousandCharacters(String character) {
    // Given
    String text = character.repeat(MessageText.MAX_LENGTH);

    // When
    Post post = post("c1", text);

    // Then
    assertThat(post.text()).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", SMILE})
  void refusesALongerText(String character) {
    // Given
    String text = character.repeat(MessageText.MAX_LENGTH + 1);

    // When, Then
    assertThatIllegalArgumentException()
        .isThrownBy(() -> post("c1", text))
        .withMessage("text must have 1 to 4000 characters, got 4001");
  }

  @Test
  void refusesAnEmptyText() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> post("c1", ""))
        .withMessage("text must have 1 to 4000 characters, got 0");
  }

  @Test
  void takesAClientMessageIdOfOneToSixtyFourCharacters() {
    // Given
    String longest = "i".repeat(Post.MAX_CLIENT_MESSAGE_ID_LENGTH);

    // When, Then
    assertThat(post("i", "hi").clientMessageId()).isEqualTo("i");
    assertThat(post(longest, "hi").clientMessageId()).hasSize(64);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 65})
  void refusesAClientMessageIdOfAnotherLength(int length) {
    // Given
    String id = "i".repeat(length);

    // When, Then
    assertThatIllegalArgumentException()
        .isThrownBy(() -> post(id, "hi"))
        .withMessage("client message id must have 1 to 64 characters, got " + length);
  }

  @Test
  void keepsItsTextOutOfLogs() {
    assertThat(post("c1", "a secret").toString())
        .contains("#team", "alice", "c1")
        .doesNotContain("secret");
  }

  private static Post post(String clientMessageId, String text) {
    return new Post("#team", "alice", clientMessageId, text, null);
  }
}
