package dev.parley.cli.screen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.cli.conversation.Message;
import dev.parley.cli.frame.Entry;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jline.utils.AttributedString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PainterTest {

  private static final String AT = "2026-11-20T14:03:00.000Z";
  private static final String HOSTILE = "x\u001b]0;owned\u0007\u009b2J\u202e\r\n\u001b[2Jy";

  private final Painter painter = new Painter(new Theme(false), new Times(ZoneOffset.UTC), "alice");

  @Test
  void showsTimeNumberNameAndText() {
    assertThat(text(painter.message(message(15, "bob", "hello"), "", 80)))
        .containsExactly("14:03     15 bob       hello");
    assertThat(text(painter.message(message(16, "alice", "hi"), "", 80)).getFirst())
        .startsWith("14:03 ✓");
  }

  @Test
  void marksWhatCouldNotBeReadBefore() {
    assertThat(text(painter.opened(message(15, "bob", "hello"), "", 80)))
        .containsExactly("14:03     15 bob       hello (opened now)");
  }

  @Test
  void wrapsAtBlanksUnderTheText() {
    // When
    List<String> rows =
        text(painter.message(message(1, "bob", "one two three four five six seven"), "", 45));

    // Then
    assertThat(rows).hasSizeGreaterThan(1).allMatch(row -> row.length() < 45);
    assertThat(String.join(" ", rows.stream().map(String::strip).toList()))
        .endsWith("one two three four five six seven");
  }

  @Test
  void quotesWhatIsAnswered() {
    var answer = new Message(9, AT, "bob", "yes", 4L, false, false, false, Map.of(), 0);
    assertThat(text(painter.message(answer, "alice: really?", 80)).getFirst().strip())
        .isEqualTo("↳ 4 alice: really?");
  }

  @Test
  void showsWhatBecameOfAMessage() {
    var changed =
        new Message(
            1, AT, "bob", "new", null, true, false, true, Map.of("👍", List.of("a", "b")), 5);
    assertThat(text(painter.message(changed, "", 80)).getFirst())
        .endsWith("new (edited) (pinned) [👍 2]");
    var gone = new Message(1, AT, "bob", "", null, false, true, false, Map.of(), 5);
    assertThat(text(painter.message(gone, "", 80)).getFirst()).endsWith("(withdrawn)");
  }

  @Test
  void marksWhatIsNotEncryptedAmongWhatIs() {
    // Given
    var sealed =
        new Message(1, AT, "bob", "hi", null, false, false, false, Map.of(), 0, null, "open");

    // Then
    assertThat(text(painter.message(message(2, "bob", "hi"), "", true, 80)).getFirst())
        .endsWith("hi (not encrypted)");
    assertThat(text(painter.message(sealed, "", true, 80)).getFirst()).endsWith("hi");
    assertThat(
            text(painter.change(new Entry.Encryption("@bob", 3, AT, "bob", false), "", 80))
                .getFirst())
        .endsWith("* switched encryption off");
  }

  @Test
  void letsNothingThatOthersChoseThrough() {
    // Given
    var message =
        new Message(
            1, AT, HOSTILE, HOSTILE, 1L, false, false, false, Map.of(HOSTILE, List.of("x")), 0);

    // When
    List<AttributedString> rows =
        new ArrayList<>(painter.message(message, Painter.quote(HOSTILE), 80));
    rows.addAll(painter.change(new Entry.Edit("#a", 2, AT, HOSTILE, 1, HOSTILE), HOSTILE, 80));
    rows.addAll(
        painter.change(new Entry.React("#a", 2, AT, HOSTILE, 1, HOSTILE, false), HOSTILE, 80));
    rows.addAll(painter.change(new Entry.Member("#a", 2, AT, HOSTILE, HOSTILE, "added"), "", 80));
    rows.addAll(painter.change(new Entry.Member("#a", 2, AT, HOSTILE, HOSTILE, HOSTILE), "", 80));
    rows.addAll(
        painter.change(new Entry.Mute("#a", 2, AT, HOSTILE, HOSTILE, false, HOSTILE), "", 80));
    rows.add(painter.note(HOSTILE));
    rows.add(painter.warning(HOSTILE));
    rows.add(painter.rule(HOSTILE, 80));

    // Then
    assertThat(text(rows))
        .allSatisfy(row ->
            assertThat(row.codePoints())
                .noneMatch(sign -> Character.isISOControl(sign) || sign == 0x202e));
  }

  @ParameterizedTest
  @CsvSource({
    "false, 2026-11-20T15:30:00Z, * muted bob until 15:30",
    "false, 2026-11-21T15:30:00Z, '* muted bob until Saturday, 21 November 2026, 15:30'",
    "false, '', * muted bob",
    "true, '', * unmuted bob"
  })
  void saysWhoMayNotWriteAndUntilWhen(boolean removed, String until, String said) {
    var mute = new Entry.Mute("#a", 2, "2026-11-20T14:00:00Z", "mod", "bob", removed, until);
    assertThat(text(painter.change(mute, "", 120)).getFirst()).endsWith(said);
  }

  @Test
  void marksACallInColour() {
    var colored = new Painter(new Theme(true), new Times(ZoneOffset.UTC), "alice");
    AttributedString row = colored.message(message(1, "bob", "hi @alice"), "", 80).getFirst();
    assertThat(row.toAnsi()).contains("\u001b[").contains("@alice");
  }

  private static Message message(long seq, String from, String text) {
    return new Message(seq, AT, from, text, null, false, false, false, Map.of(), 0);
  }

  private static List<String> text(List<AttributedString> rows) {
    return rows.stream().map(AttributedString::toString).toList();
  }
}
