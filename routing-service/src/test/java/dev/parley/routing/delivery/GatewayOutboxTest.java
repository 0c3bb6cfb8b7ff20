package dev.parley.routing.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.conversation.Entry;
import dev.parley.contracts.conversation.EntryKind;
import dev.parley.contracts.delivery.Acknowledged;
import dev.parley.contracts.delivery.ConversationEntries;
import dev.parley.contracts.delivery.Delivered;
import dev.parley.contracts.delivery.Done;
import dev.parley.contracts.delivery.GatewayRecord;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class GatewayOutboxTest {
  private final GatewayOutbox outbox = new GatewayOutbox(null);

  @Test
  void joinsEverythingInOneRecord() {
    // Given
    outbox.add("#a", List.of(entry(1, "x"), entry(2, "y")));
    outbox.add("#b", List.of(entry(7, "z")));

    // When
    outbox.add(new Acknowledged(1, 2, 3));

    // Then
    assertThat(outbox.records())
        .containsExactly(
            new Delivered(
                List.of(
                    new ConversationEntries("#a", List.of(entry(1, "x"), entry(2, "y"))),
                    new ConversationEntries("#b", List.of(entry(7, "z")))),
                List.of(new Acknowledged(1, 2, 3))));
  }

  @Test
  void makesNoRecordOfNothing() {
    // When
    outbox.add("#a", List.of());

    // Then
    assertThat(outbox.records()).isEmpty();
  }

  @Test
  void beginsANewRunWhereSeqsLeaveSomethingOut() {
    // When
    outbox.add("#a", List.of(entry(1, "x"), entry(3, "y"), entry(4, "z")));

    // Then
    assertThat(((Delivered) outbox.records().getFirst()).conversations())
        .extracting(run -> run.entries().size())
        .containsExactly(1, 2);
  }

  @Test
  void keepsTheOrderOfWhatStandsForItself() {
    // Given
    outbox.add("#a", List.of(entry(1, "x")));

    // When
    outbox.add(new Done(1));
    outbox.add("#a", List.of(entry(2, "y")));

    // Then
    assertThat(outbox.records())
        .hasExactlyElementsOfTypes(Delivered.class, Done.class, Delivered.class);
  }

  @Test
  void splitsWhatIsTooLargeForOneRecord() {
    // Given
    String text = "x".repeat(4_000);
    List<Entry> entries = LongStream.rangeClosed(1, 500).mapToObj(i -> entry(i, text)).toList();

    // When
    outbox.add("#a", entries);

    // Then
    assertThat(outbox.records()).hasSize(4);
    assertThat(outbox.records().stream().flatMap(GatewayOutboxTest::entries))
        .containsExactlyElementsOf(entries);
  }

  private static Stream<Entry> entries(GatewayRecord record) {
    return ((Delivered) record).conversations().stream().flatMap(run -> run.entries().stream());
  }

  private static Entry entry(long seq, String text) {
    return new Entry(seq, 1, EntryKind.MESSAGE, "alice", "m" + seq, null, text);
  }
}
