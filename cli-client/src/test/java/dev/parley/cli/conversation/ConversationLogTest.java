package dev.parley.cli.conversation;

import static dev.parley.cli.conversation.Entries.AT;
import static dev.parley.cli.conversation.Entries.message;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.cli.frame.Entry;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConversationLogTest {

  private final List<Long> applied = new ArrayList<>();
  private final List<String> asked = new ArrayList<>();
  private final ConversationLog log =
      new ConversationLog(
          entry -> applied.add(entry.seq()), (after, before) -> asked.add(after + "-" + before));

  @Test
  void appliesEachNumberOnceAndInOrder() {
    for (long seq : new long[] {1, 2, 2, 1, 3}) {
      log.offer(message(seq, "bob", "hi"));
    }
    assertThat(applied).containsExactly(1L, 2L, 3L);
    assertThat(log.cursor()).contains(3L);
  }

  @Test
  void asksForAHoleAndGoesOnWhenItIsClosed() {
    // Given
    log.offer(message(1, "bob", "one"));
    log.offer(message(4, "bob", "four"));
    log.offer(message(5, "bob", "five"));

    // When
    log.close(4, List.of(message(2, "bob", "two"), message(3, "bob", "three")));

    // Then
    assertThat(asked).containsExactly("1-4");
    assertThat(applied).containsExactly(1L, 2L, 3L, 4L, 5L);
  }

  @Test
  void closesAHoleThatNobodyFills() {
    // Given: what a blocked person wrote is never sent.
    log.offer(message(1, "bob", "one"));
    log.offer(message(3, "bob", "three"));

    // When
    log.close(3, List.of());

    // Then
    assertThat(applied).containsExactly(1L, 3L);
    assertThat(log.cursor()).contains(3L);
  }

  @Test
  void waitsForAnAnswerOfItsOwnBeforeItAsks() {
    // Given
    log.offer(message(1, "bob", "one"));
    log.onAsked();
    log.offer(message(3, "bob", "three"));
    assertThat(asked).isEmpty();

    // When
    log.offer(message(2, "me", "mine"));
    log.onAnswered();

    // Then
    assertThat(asked).isEmpty();
    assertThat(applied).containsExactly(1L, 2L, 3L);
  }

  @Test
  void forgetsWhatWaitsWhenTheConnectionIsLostSoThatItComesAgain() {
    // Given
    log.offer(message(1, "bob", "one"));
    log.offer(message(3, "bob", "three"));

    // When
    log.giveUp();

    // Then
    assertThat(log.cursor()).contains(1L);
    log.offer(message(2, "bob", "two"));
    log.offer(message(3, "bob", "three"));
    assertThat(applied).containsExactly(1L, 2L, 3L);
  }

  @Test
  void showsAMessageAsItIsNow() {
    // Given
    log.offer(message(1, "bob", "helo"));

    // When
    log.offer(new Entry.Edit("#team", 2, AT, "bob", 1, "hello"));
    log.offer(new Entry.React("#team", 3, AT, "ann", 1, "👍", false));
    log.offer(new Entry.Pin("#team", 4, AT, "ann", 1, false));

    // Then
    Message message = log.message(1).orElseThrow();
    assertThat(message.text()).isEqualTo("hello");
    assertThat(message.isEdited()).isTrue();
    assertThat(message.isPinned()).isTrue();
    assertThat(message.reactions()).containsEntry("👍", List.of("ann"));

    // When
    log.offer(new Entry.Delete("#team", 5, AT, "bob", 1));

    // Then
    assertThat(log.message(1).orElseThrow().isDeleted()).isTrue();
    assertThat(log.message(1).orElseThrow().text()).isEmpty();
  }

  @Test
  void doesNotLetAnOlderPageUndoAChange() {
    // Given
    log.offer(message(1, "bob", "helo"));
    log.offer(new Entry.Edit("#team", 2, AT, "bob", 1, "hello"));

    // When
    log.merge(List.of(Message.of(message(1, "bob", "helo"))));

    // Then
    assertThat(log.message(1).orElseThrow().text()).isEqualTo("hello");
  }
}
