package dev.parley.contracts.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

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
}
