package dev.parley.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.conversation.Entry;
import dev.parley.contracts.conversation.EntryKind;
import dev.parley.contracts.delivery.ConversationEntries;
import dev.parley.gateway.door.EntryChunk;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class BacklogSlicesTest {
  @Test
  void cutsAPageOfLongMessagesIntoWhatAConnectionCanHold() {
    // Given
    List<Entry> long900 =
        LongStream.rangeClosed(1, 200).mapToObj(seq -> message(seq, 3_900)).toList();

    // When
    List<EntryChunk> slices =
        BacklogSlices.of(List.of(new ConversationEntries("@alice+bob", long900)));

    // Then
    assertThat(slices).allSatisfy(slice -> assertThat(slice.entries()).hasSizeLessThanOrEqualTo(4));
    assertThat(slices.stream().flatMap(slice -> slice.entries().stream()).toList())
        .isEqualTo(long900);
  }

  @Test
  void keepsShortMessagesTogether() {
    // Given
    List<Entry> shortOnes =
        LongStream.rangeClosed(1, 100).mapToObj(seq -> message(seq, 100)).toList();

    // When
    List<EntryChunk> slices =
        BacklogSlices.of(List.of(new ConversationEntries("#team", shortOnes)));

    // Then
    assertThat(slices).hasSize(1);
  }

  private static Entry message(long seq, int length) {
    String text = "x".repeat(length);
    return new Entry(seq, seq, EntryKind.MESSAGE, "bob", "id" + seq, null, text);
  }
}
