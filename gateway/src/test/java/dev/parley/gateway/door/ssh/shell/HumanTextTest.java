package dev.parley.gateway.door.ssh.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.ErrorCode;
import dev.parley.contracts.conversation.Entry;
import dev.parley.contracts.conversation.EntryKind;
import dev.parley.gateway.door.Event;
import dev.parley.gateway.door.Reply;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class HumanTextTest {
  private static final Instant NOW = Instant.parse("2026-11-20T14:03:00Z");

  private final HumanText bare = text(false);
  private final HumanText coloured = text(true);

  @ParameterizedTest
  @MethodSource("entries")
  void saysWhatHappened(Entry entry, String said) {
    assertThat(bare.entry("#team", entry, "bob")).isEqualTo("14:03 #team 12 " + said + "\n");
  }

  static Stream<Arguments> entries() {
    return Stream.of(
        Arguments.of(entry(EntryKind.MESSAGE, "hi", null), "alice: hi"),
        Arguments.of(entry(EntryKind.MESSAGE, "a\nb", null), "alice: a\n      b"),
        Arguments.of(entry(EntryKind.MESSAGE, "yes", 5L), "alice (re 5): yes"),
        Arguments.of(entry(EntryKind.EDITED, "ho", 5L), "alice changed 5: ho"),
        Arguments.of(entry(EntryKind.DELETED, null, 5L), "alice withdrew 5"),
        Arguments.of(entry(EntryKind.REACTED, ":+1:", 5L), "alice reacted to 5: :+1:"),
        Arguments.of(entry(EntryKind.UNREACTED, ":+1:", 5L), "alice took back :+1: from 5"),
        Arguments.of(entry(EntryKind.PINNED, null, 5L), "alice pinned 5"),
        Arguments.of(entry(EntryKind.ADDED, null, null), "alice added carol"),
        Arguments.of(entry(EntryKind.MUTED, null, null), "alice muted carol"),
        Arguments.of(
            entry(EntryKind.MUTED, Long.toString(NOW.plusSeconds(60).toEpochMilli()), null),
            "alice muted carol until 14:04"),
        Arguments.of(entry(EntryKind.UNMUTED, null, null), "alice unmuted carol"),
        Arguments.of(entry(EntryKind.LEFT, null, null), "carol left"));
  }

  @Test
  void namesTheDayOfWhatIsOlder() {
    // Given
    Entry old =
        new Entry(
            3,
            NOW.minusSeconds(86_400).toEpochMilli(),
            EntryKind.MESSAGE,
            "alice",
            "c",
            null,
            "hi");

    // Then
    assertThat(bare.entry("@alice+bob", old, "bob")).isEqualTo("11-19 14:03 @alice 3 alice: hi\n");
  }

  @Test
  void setsOffByColoursOnlyWhereTheyAreWanted() {
    Entry entry = entry(EntryKind.MESSAGE, "hi", null);
    assertThat(coloured.entry("#team", entry, "bob")).contains("\u001b[");
    assertThat(bare.entry("#team", entry, "bob")).doesNotContain("\u001b");
  }

  @Test
  void letsNoTextDriveATerminal() {
    // Given
    Entry hostile =
        entry(EntryKind.MESSAGE, "\u001b]52;c;ZXZpbA==\u0007\u001b[2J\u202e\u009bx", null);

    // Then
    assertThat(bare.entry("#team", hostile, "bob")).endsWith("alice: ]52;c;ZXZpbA==[2Jx\n");
    assertThat(bare.event(new Event.Notice("x", "\u001b[2Jnote"))).isEqualTo("* [2Jnote\n");
  }

  @Test
  void answersInWords() {
    assertThat(bare.reply(new Reply.Failed(ErrorCode.NO_SUCH_USER, "there is no user x")))
        .isEqualTo("! there is no user x\n");
    assertThat(bare.reply(new Reply.Posted("@alice+bob", "bob", false, 7, 0)))
        .isEqualTo("  @alice 7\n");
    assertThat(bare.reply(new Reply.Members("#team", List.of("alice", "bob"), List.of())))
        .isEqualTo("alice\nbob\n");
    assertThat(
            bare.reply(
                new Reply.History(
                    "#team",
                    "bob",
                    List.of(entry(EntryKind.MESSAGE, "hi", null)),
                    Map.of(),
                    false)))
        .isEqualTo("14:03 #team 12 alice: hi\n");
    assertThat(bare.reply(new Reply.BlockChanged("bob", true))).isEqualTo("block bob\n");
  }

  private static HumanText text(boolean colours) {
    return new HumanText(new Looks(colours), InstantSource.fixed(NOW), ZoneOffset.UTC);
  }

  private static Entry entry(EntryKind kind, @Nullable String text, @Nullable Long target) {
    return new Entry(12, NOW.toEpochMilli(), kind, "alice", "c", "carol", text, target);
  }
}
