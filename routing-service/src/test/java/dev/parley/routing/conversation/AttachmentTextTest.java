package dev.parley.routing.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.parley.contracts.conversation.Attachment;
import org.junit.jupiter.api.Test;

class AttachmentTextTest {
  private static final String ID = "0123456789abcdef0123456789abcdef";

  @Test
  void comesBackAsItWas() {
    // Given
    Attachment attachment = new Attachment(ID, "  my  holiday 1.png ", 7, "image/png", ID + ID);

    // Then
    assertThat(AttachmentText.read(AttachmentText.of(attachment))).isEqualTo(attachment);
    assertThat(AttachmentText.of(null)).isNull();
    assertThat(AttachmentText.read(null)).isNull();
  }

  @Test
  void refusesWhatItHasNotMade() {
    assertThatIllegalArgumentException().isThrownBy(() -> AttachmentText.read("a b"));
  }
}
