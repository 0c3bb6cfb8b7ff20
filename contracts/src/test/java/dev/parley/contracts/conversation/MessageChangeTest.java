package dev.parley.contracts.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.parley.contracts.MessageText;
import dev.parley.contracts.ReplyTo;
import org.junit.jupiter.api.Test;

class MessageChangeTest {
  private static final ReplyTo REPLY_TO = new ReplyTo("gw-1", 1);
  private static final String SMILE = "\ud83d\ude00";

  @Test
  void takesAReactionOfThirtyTwoCharacters() {
    assertThat(react(SMILE.repeat(React.MAX_REACTION_LENGTH)).reaction()).hasSize(64);
  }

  @Test
  void refusesAnEmptyAndALongerReaction() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> react(""))
        .withMessage("reaction must have 1 to 32 characters, got 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> react(SMILE.repeat(33)))
        .withMessage("reaction must have 1 to 32 characters, got 33");
  }

  @Test
  void refusesATextThatNoPostMayHave() {
    assertThatIllegalArgumentException().isThrownBy(() -> edit(""));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> edit("x".repeat(MessageText.MAX_LENGTH + 1)));
  }

  @Test
  void refusesAClientMessageIdThatNoPostMayHave() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new DeleteMessage("#team", "alice", 7, "", REPLY_TO));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Pin("#team", "alice", 7, true, "i".repeat(65), REPLY_TO));
  }

  @Test
  void keepsWhatPeopleWriteOutOfLogs() {
    assertThat(edit("a secret").toString()).contains("#team", "7").doesNotContain("secret");
    assertThat(react("a secret").toString()).contains("#team", "7").doesNotContain("secret");
  }

  private static React react(String reaction) {
    return new React("#team", "alice", 7, reaction, false, "c1", REPLY_TO);
  }

  private static EditMessage edit(String text) {
    return new EditMessage("#team", "alice", 7, text, "c1", REPLY_TO);
  }
}
