package dev.parley.routing.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.contracts.conversation.Entry;
import dev.parley.contracts.conversation.EntryKind;
import dev.parley.contracts.conversation.Inform;
import dev.parley.routing.batch.EngineTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InboxesTest extends EngineTest {

  @Test
  void makesTheInboxWithItsFirstEntry() {
    // When
    process(inform("!bob", "p1-7-0"));

    // Then
    assertThat(storage.entries("!bob"))
        .containsExactly(new Entry(1, 1_000, EntryKind.ADDED_TO, "alice", "p1-7-0", "#team", null));
    assertThat(storage.cursors("!bob", "bob")).isEqualTo(new Cursors(0, 0));
  }

  @Test
  void storesARepeatedEntryOnce() {
    // Given
    process(inform("!bob", "p1-7-0"));

    // When
    process(inform("!bob", "p1-7-0"), inform("!bob", "p1-8-0"), inform("!bob", "p1-8-0"));

    // Then
    assertThat(storage.entries("!bob"))
        .extracting(Entry::clientMessageId)
        .containsExactly("p1-7-0", "p1-8-0");
  }

  @ParameterizedTest
  @ValueSource(strings = {"#team", "!", "!no handle", "@alice+bob"})
  void setsAsideWhatIsNoInbox(String conversation) {
    // Then
    assertThatThrownBy(() -> process(inform(conversation, "p1-7-0")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(conversation);
  }

  private static Inform inform(String inbox, String id) {
    return new Inform(inbox, EntryKind.ADDED_TO, "alice", "#team", id);
  }
}
