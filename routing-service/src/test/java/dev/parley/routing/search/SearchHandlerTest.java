package dev.parley.routing.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.ReplyTo;
import dev.parley.contracts.delivery.Refused;
import dev.parley.contracts.delivery.SearchPage;
import dev.parley.contracts.query.Search;
import dev.parley.routing.history.FakeHistoryStore;
import dev.parley.routing.history.HistoryStore.Position;
import dev.parley.routing.search.SearchStore.Hit;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SearchHandlerTest {
  private static final ReplyTo REPLY_TO = new ReplyTo("gw", 7);

  private final FakeHistoryStore messages = new FakeHistoryStore();

  @Test
  void tellsWhereToGoOn() {
    // When
    SearchPage first = (SearchPage) search(hits(3), 2, null);

    // Then
    assertThat(first.results()).extracting(hit -> hit.message().seq()).containsExactly(3L, 2L);
    assertThat(first.next()).isEqualTo(place(2).token());
  }

  @Test
  void saysThatThereAreNoMore() {
    assertThat(((SearchPage) search(hits(2), 2, null)).next()).isNull();
  }

  @Test
  void endsAPageWhereItGetsTooLarge() {
    // Given
    messages.withText("x".repeat(4_000));

    // When
    SearchPage page = (SearchPage) search(hits(50), 50, null);

    // Then
    assertThat(page.results()).hasSizeBetween(25, 32);
    long last = page.results().getLast().message().seq();
    assertThat(page.next()).isEqualTo(place(last).token());
  }

  @Test
  void refusesAPlaceThatIsNone() {
    assertThat(search(hits(1), 2, "nowhere")).isInstanceOf(Refused.class);
  }

  private Object search(List<Hit> found, int limit, @Nullable String before) {
    return new SearchHandler((_, _, _, _) -> found, messages)
        .answer(new Search("alice", "text", limit, before, REPLY_TO));
  }

  /// Newest first.
  private static List<Hit> hits(long count) {
    return LongStream.rangeClosed(1, count)
        .mapToObj(seq -> new Hit("#team", place(seq)))
        .toList()
        .reversed();
  }

  private static Place place(long seq) {
    return new Place(1_000 + seq, new Position(1, seq));
  }
}
