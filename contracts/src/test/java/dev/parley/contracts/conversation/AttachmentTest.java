package dev.parley.contracts.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AttachmentTest {
  private static final String ID = "0123456789abcdef0123456789abcdef";
  private static final String HASH = ID + ID;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "../../../../../../../../../etc/x",
        "0123456789ABCDEF0123456789ABCDEF",
        "0123456789abcdef0123456789abcde",
        "0123456789abcdef0123456789abcdef0"
      })
  void hasAnIdThatCouldBeNoPath(String id) {
    assertThat(Attachment.isFileId(id)).isFalse();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Attachment(id, "a", 1, "text/plain", HASH));
  }

  @ParameterizedTest
  @CsvSource({"' ', 1, a/b", "a, -1, a/b", "a, 1, 'a/b c'", "a, 1, ''"})
  void refusesWhatIsNotWellFormed(String name, long size, String type) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Attachment(ID, name, size, type, HASH));
  }

  @Test
  void keepsItsNameOutOfLogs() {
    assertThat(new Attachment(ID, "secret plan", 1, "a/b", HASH).toString())
        .doesNotContain("secret")
        .contains(ID);
  }
}
