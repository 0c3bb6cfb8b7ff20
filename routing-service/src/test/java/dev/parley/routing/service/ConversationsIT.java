package dev.parley.routing.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.awaitility.Awaitility.await;

import dev.parley.contracts.ConversationId;
import dev.parley.contracts.ErrorCode;
import dev.parley.contracts.conversation.Block;
import dev.parley.contracts.conversation.CreateGroup;
import dev.parley.contracts.conversation.CursorMove;
import dev.parley.contracts.conversation.Entry;
import dev.parley.contracts.conversation.EntryKind;
import dev.parley.contracts.conversation.JoinGroup;
import dev.parley.contracts.conversation.MoveCursors;
import dev.parley.contracts.conversation.Post;
import dev.parley.contracts.conversation.Subscribe;
import dev.parley.contracts.delivery.Acknowledged;
import dev.parley.contracts.delivery.BacklogPage;
import dev.parley.contracts.delivery.BlockChecked;
import dev.parley.contracts.delivery.ConversationList;
import dev.parley.contracts.delivery.ConversationSummary;
import dev.parley.contracts.delivery.Done;
import dev.parley.contracts.delivery.GroupList;
import dev.parley.contracts.delivery.GroupSummary;
import dev.parley.contracts.delivery.HistoryPage;
import dev.parley.contracts.delivery.MemberList;
import dev.parley.contracts.delivery.Refused;
import dev.parley.contracts.delivery.Reply;
import dev.parley.contracts.delivery.Subscribed;
import dev.parley.contracts.query.CheckBlock;
import dev.parley.contracts.query.FetchBacklog;
import dev.parley.contracts.query.FetchHistory;
import dev.parley.contracts.query.ListConversations;
import dev.parley.contracts.query.ListGroups;
import dev.parley.contracts.query.ListMembers;
import dev.parley.contracts.query.Range;
import java.util.List;
import org.junit.jupiter.api.Test;

@ServiceTest
class ConversationsIT extends OnDirect {
  @Test
  void acknowledgesThePostsOfADirectConversationInOrder() {
    // When
    Acknowledged first = gateway.post(direct, alice, "hello");
    Acknowledged second = gateway.post(direct, bob, "hello yourself");

    // Then
    assertThat(first.seq()).isEqualTo(1);
    assertThat(second.seq()).isEqualTo(2);
  }

  @Test
  void tellsBothInboxesOfTheirFirstDirectMessage() {
    // Given
    String inbox = ConversationId.inbox(bob);
    Subscribed subscribed = gateway.subscribe(inbox, 0);

    // When
    gateway.post(direct, alice, "hello");

    // Then
    assertThat(subscribed.upTo()).isZero();
    await()
        .atMost(TestGateway.LIMIT)
        .untilAsserted(() ->
            assertThat(gateway.delivered(inbox))
                .extracting(Entry::kind, Entry::subject, Entry::author)
                .containsExactly(tuple(EntryKind.ADDED_TO, direct, alice)));
  }

  @Test
  void deliversWhatComesAfterTheSubscription() {
    // Given
    gateway.post(direct, alice, "one");
    gateway.post(direct, alice, "two");

    // When
    Subscribed subscribed = gateway.subscribe(direct, 1);
    gateway.post(direct, alice, "three");

    // Then
    assertThat(subscribed.upTo()).isEqualTo(2);
    assertThat(subscribed.complete()).isTrue();
    assertThat(subscribed.members()).containsExactlyInAnyOrder(alice, bob);
    assertThat(subscribed.entries()).extracting(Entry::text).containsExactly("two");
    await()
        .atMost(TestGateway.LIMIT)
        .untilAsserted(() ->
            assertThat(gateway.delivered(direct)).extracting(Entry::text).containsExactly("three"));
  }

  @Test
  void tellsOnlyWhereAConversationStandsToWhoSubscribesFromNow() {
    // Given
    gateway.post(direct, alice, "one");

    // When
    Subscribed subscribed = gateway.subscribe(direct, Subscribe.FROM_NOW);

    // Then
    assertThat(subscribed.upTo()).isEqualTo(1);
    assertThat(subscribed.entries()).isEmpty();
    assertThat(subscribed.complete()).isTrue();
  }

  @Test
  void answersARepeatedPostWithTheSeqItHas() {
    // Given
    Acknowledged first = gateway.post(direct, alice, "same", "hello");
    gateway.post(direct, alice, "other", "and then");

    // When
    Acknowledged again = gateway.post(direct, alice, "same", "hello");

    // Then
    assertThat(again.seq()).isEqualTo(first.seq());
    assertThat(again.at()).isEqualTo(first.at());
  }

  @Test
  void refusesPostsToAnAccountThatDoesNotExist() {
    // When
    Reply reply =
        gateway.ask(
            ConversationId.direct(alice, "nobody"),
            replyTo ->
                new Post(ConversationId.direct(alice, "nobody"), alice, "1", "hello", replyTo));

    // Then
    assertRefused(reply, ErrorCode.NO_SUCH_USER);
  }

  @Test
  void refusesPostsToWhoHasBlockedTheAuthor() {
    // Given
    gateway.post(direct, alice, "hello");
    Reply blocked = gateway.ask(direct, replyTo -> new Block(direct, bob, alice, replyTo));

    // When
    Reply reply =
        gateway.ask(direct, replyTo -> new Post(direct, alice, "2", "are you there?", replyTo));

    // Then
    assertThat(blocked).isInstanceOf(Done.class);
    assertRefused(reply, ErrorCode.BLOCKED);
    assertThat(gateway.query(replyTo -> new CheckBlock(alice, bob, replyTo)))
        .isEqualTo(new BlockChecked(lastRequest(), true));
  }

  @Test
  void makesClosedGroupsThatOutsidersCannotTellFromNone() {
    // Given
    String carol = gateway.account("carol");
    String group = "#g-" + alice;

    // When
    Reply created =
        gateway.ask(group, replyTo -> new CreateGroup(group, alice, List.of(bob), "c1", replyTo));

    // Then
    assertThat(created).isInstanceOf(Done.class);
    assertThat(gateway.post(group, bob, "hi all").seq()).isEqualTo(3);
    assertRefused(
        gateway.ask(group, replyTo -> new Post(group, carol, "1", "me too", replyTo)),
        ErrorCode.NO_SUCH_GROUP);
    assertRefused(
        gateway.ask(group, replyTo -> new JoinGroup(group, carol, "j", replyTo)),
        ErrorCode.GROUP_EXISTS);
    assertThat(gateway.query(replyTo -> new ListMembers(alice, group, replyTo)))
        .isEqualTo(new MemberList(lastRequest(), List.of(alice, bob).stream().sorted().toList()));
    assertThat(groups(alice)).contains(new GroupSummary(group, 2));
    assertThat(groups(carol)).doesNotContain(new GroupSummary(group, 2));
  }

  @Test
  void listsConversationsWithTheirCursors() {
    // Given
    gateway.enroll(bob);
    gateway.post(direct, alice, "one");
    gateway.post(direct, alice, "two");
    gateway.ask(
        direct, replyTo -> new MoveCursors(List.of(new CursorMove(direct, bob, 1, 9)), replyTo));

    // When
    ConversationList list =
        (ConversationList) gateway.query(replyTo -> new ListConversations(bob, replyTo));

    // Then
    assertThat(list.conversations())
        .contains(new ConversationSummary(direct, 2, 1, 2, 2))
        .extracting(ConversationSummary::conversation)
        .containsExactlyInAnyOrder(direct, ConversationId.LOBBY, ConversationId.inbox(bob));
  }

  @Test
  void readsHistoryBackwardsInPages() {
    // Given
    for (String text : List.of("one", "two", "three")) {
      gateway.post(direct, alice, text);
    }

    // When
    HistoryPage page =
        (HistoryPage) gateway.query(replyTo -> new FetchHistory(bob, direct, 3L, 1, replyTo));

    // Then
    assertThat(page.messages()).extracting(Entry::text).containsExactly("two");
  }

  @Test
  void readsTheBacklogInPagesWithoutOnesOwnMessages() {
    // Given
    for (String text : List.of("one", "two", "three")) {
      gateway.post(direct, alice, text);
    }
    gateway.post(direct, bob, "my own");
    List<Range> ranges = List.of(new Range(direct, 0, 4));

    // When
    BacklogPage first =
        (BacklogPage) gateway.query(replyTo -> new FetchBacklog(bob, ranges, 2, replyTo));
    BacklogPage second =
        (BacklogPage)
            gateway.query(replyTo -> new FetchBacklog(bob, first.remaining(), 2, replyTo));

    // Then
    assertThat(first.messages()).isEqualTo(3);
    assertThat(first.conversations().getFirst().entries())
        .extracting(Entry::text)
        .containsExactly("one", "two");
    assertThat(first.remaining()).containsExactly(new Range(direct, 2, 4));
    assertThat(second.conversations().getFirst().entries())
        .extracting(Entry::text)
        .containsExactly("three");
    assertThat(second.remaining()).isEmpty();
  }

  private List<GroupSummary> groups(String account) {
    return ((GroupList) gateway.query(replyTo -> new ListGroups(account, replyTo))).groups();
  }

  private long lastRequest() {
    return gateway.nextReplyTo().request() - 1;
  }

  private static void assertRefused(Reply reply, ErrorCode code) {
    assertThat(reply).isInstanceOf(Refused.class);
    assertThat(((Refused) reply).code()).isEqualTo(code);
  }
}
