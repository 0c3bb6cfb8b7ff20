package dev.parley.routing.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.ReplyTo;
import dev.parley.contracts.conversation.Entry;
import dev.parley.contracts.delivery.BacklogPage;
import dev.parley.contracts.query.FetchBacklog;
import dev.parley.contracts.query.Range;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FetchBacklogHandlerTest {
  private final FakeHistoryStore store = new FakeHistoryStore();
  private final FetchBacklogHandler handler = new FetchBacklogHandler(store);

  @Test
  void answersAllRangesThatFitInOnePage() {
    // Given
    store.withMessages("#a", 3).withMessages("#b", 2);

    // When
    BacklogPage page = fetch(10, new Range("#a", 1, 3), new Range("#b", 0, 2));

    // Then
    assertThat(page.messages()).isEqualTo(4);
    assertThat(page.conversations()).hasSize(2);
    assertThat(page.remaining()).isEmpty();
  }

  @Test
  void stopsInTheMiddleOfARange() {
    // Given
    store.withMessages("#a", 5).withMessages("#b", 5);

    // When
    BacklogPage page =
        fetch(7, new Range("#a", 0, 5), new Range("#b", 0, 5), new Range("#c", 0, 5));

    // Then
    assertThat(seqs(page)).containsExactly(1L, 2L, 3L, 4L, 5L, 1L, 2L);
    assertThat(page.remaining()).containsExactly(new Range("#b", 2, 5), new Range("#c", 0, 5));
  }

  @Test
  void asksForNothingMoreWhenThePageEndsWithItsRange() {
    // Given
    store.withMessages("#a", 5);

    // When
    BacklogPage page = fetch(5, new Range("#a", 0, 5));

    // Then
    assertThat(page.remaining()).isEmpty();
  }

  @Test
  void endsAPageBeforeItIsTooLargeForARecord() {
    // Given
    store.withMessages("#a", 400).withText("x".repeat(4_000));

    // When
    BacklogPage page = fetch(500, new Range("#a", 0, 400));

    // Then
    assertThat(seqs(page)).hasSizeBetween(130, 140);
    assertThat(page.remaining()).hasSize(1);
  }

  @Test
  void getsToTheEndPageByPage() {
    // Given
    store.withMessages("#a", 23).withMessages("#b", 9);
    List<Long> all = new ArrayList<>();
    List<Range> remaining = List.of(new Range("#a", 0, 23), new Range("#b", 0, 9));

    // When
    while (!remaining.isEmpty()) {
      BacklogPage page = fetch(4, remaining.toArray(Range[]::new));
      all.addAll(seqs(page));
      remaining = page.remaining();
    }

    // Then
    assertThat(all).hasSize(32);
    assertThat(all.subList(0, 23)).isSorted();
    assertThat(all.subList(23, 32)).isSorted();
  }

  private BacklogPage fetch(int limit, Range... ranges) {
    ReplyTo replyTo = new ReplyTo("g", 1);
    return (BacklogPage) handler.answer(new FetchBacklog("alice", List.of(ranges), limit, replyTo));
  }

  private static List<Long> seqs(BacklogPage page) {
    return page.conversations().stream()
        .flatMap(run -> run.entries().stream())
        .map(Entry::seq)
        .toList();
  }
}
