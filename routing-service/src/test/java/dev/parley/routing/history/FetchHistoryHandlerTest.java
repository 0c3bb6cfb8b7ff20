package dev.parley.routing.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.ReplyTo;
import dev.parley.contracts.conversation.Entry;
import dev.parley.contracts.delivery.HistoryPage;
import dev.parley.contracts.delivery.MessageState;
import dev.parley.contracts.query.FetchHistory;
import dev.parley.routing.account.AccountLookup;
import dev.parley.routing.account.Accounts;
import dev.parley.routing.conversation.ConversationKind;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FetchHistoryHandlerTest {
  private final FakeHistoryStore store =
      new FakeHistoryStore()
          .withConversation("#team", ConversationKind.CLOSED_GROUP, true)
          .withMessages(10);

  private final FetchHistoryHandler handler =
      new FetchHistoryHandler(
          store, new ReadAccess(new AccountLookup(new Accounts(), FetchHistoryHandlerTest::done)));

  @Test
  void answersWithTheLatestOldestFirst() {
    // When
    HistoryPage page = history(null, null, null, 3);

    // Then
    assertThat(page.messages()).extracting(Entry::seq).containsExactly(8L, 9L, 10L);
    assertThat(page.more()).isTrue();
  }

  @Test
  void saysThatThereAreNoOlderOnes() {
    // When
    HistoryPage page = history(4L, null, null, 3);

    // Then
    assertThat(page.messages()).extracting(Entry::seq).containsExactly(1L, 2L, 3L);
    assertThat(page.more()).isFalse();
  }

  @Test
  void answersWithWhatCameAfterASeq() {
    // When
    HistoryPage page = history(null, 5L, null, 3);

    // Then
    assertThat(page.messages()).extracting(Entry::seq).containsExactly(6L, 7L, 8L);
    assertThat(page.more()).isTrue();
    assertThat(history(null, 7L, null, 3).more()).isFalse();
  }

  @Test
  void answersWithWhatIsAroundASeq() {
    // When
    HistoryPage page = history(null, null, 6L, 5);

    // Then
    assertThat(page.messages()).extracting(Entry::seq).containsExactly(4L, 5L, 6L, 7L, 8L);
    assertThat(page.more()).isTrue();
    assertThat(page.states()).extracting(MessageState::seq).containsExactly(4L);
  }

  @Test
  void answersWithOneMessageAroundASeq() {
    assertThat(history(null, null, 6L, 1).messages()).extracting(Entry::seq).containsExactly(6L);
  }

  @Test
  void endsAPageWhereItGetsTooLarge() {
    // Given
    store.withMessages(300).withText("x".repeat(4_000));

    // When
    HistoryPage page = history(null, null, null, 200);

    // Then
    assertThat(page.messages()).hasSizeBetween(25, 32);
    assertThat(page.messages().getLast().seq()).isEqualTo(300);
    assertThat(page.more()).isTrue();
  }

  @Test
  void boundsTheLimit() {
    // Given
    store.withMessages(1_000);

    // Then
    assertThat(LongStream.of(0, 1, 200, 1_000))
        .extracting(limit -> history(null, null, null, (int) (long) limit).messages().size())
        .containsExactly(1, 1, 200, 200);
  }

  private static CompletableFuture<Void> done() {
    return CompletableFuture.completedFuture(null);
  }

  private HistoryPage history(
      @Nullable Long before, @Nullable Long after, @Nullable Long around, int limit) {
    ReplyTo replyTo = new ReplyTo("gw", 1);
    return (HistoryPage)
        handler.answer(new FetchHistory("alice", "#team", before, limit, replyTo, after, around));
  }
}
