package dev.parley.contracts.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntryTest {
  @Test
  void keepsItsTextOutOfLogs() {
    // Given
    Entry entry = new Entry(7, 1_000, EntryKind.MESSAGE, "alice", "c1", null, "a secret");

    // When
    String printed = entry.toString();

    // Then
    assertThat(printed).contains("seq=7", "MESSAGE", "alice", "c1").doesNotContain("secret");
  }

  @ParameterizedTest
  @CsvSource({"MUTED, 2000, 2000", "MUTED, ,", "UNMUTED, ,", "MESSAGE, 2000,"})
  void knowsWhenAMuteEnds(EntryKind kind, @Nullable String text, @Nullable Long end) {
    assertThat(new Entry(7, 1_000, kind, "alice", "c1", "bob", text).mutedUntil()).isEqualTo(end);
  }
}
