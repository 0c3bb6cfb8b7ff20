package dev.parley.gateway.session;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.parley.contracts.ErrorCode;
import dev.parley.contracts.auth.Role;
import dev.parley.contracts.conversation.CursorMove;
import dev.parley.contracts.conversation.Enroll;
import dev.parley.contracts.conversation.EntryKind;
import dev.parley.contracts.conversation.MoveCursors;
import dev.parley.contracts.conversation.Subscribe;
import dev.parley.contracts.delivery.BacklogPage;
import dev.parley.contracts.delivery.ConversationEntries;
import dev.parley.contracts.delivery.ConversationList;
import dev.parley.contracts.delivery.ConversationSummary;
import dev.parley.contracts.delivery.Done;
import dev.parley.contracts.delivery.Refused;
import dev.parley.contracts.delivery.Reply;
import dev.parley.contracts.delivery.Subscribed;
import dev.parley.contracts.presence.CloseSession;
import dev.parley.contracts.presence.OpenSession;
import dev.parley.contracts.presence.ResumeSession;
import dev.parley.contracts.presence.Typing;
import dev.parley.contracts.query.FetchBacklog;
import dev.parley.contracts.query.ListConversations;
import dev.parley.contracts.query.Range;
import dev.parley.gateway.Entries;
import dev.parley.gateway.door.CloseReason;
import dev.parley.gateway.door.Event;
import dev.parley.gateway.door.FakeConnection;
import dev.parley.gateway.exchange.Exchange;
import dev.parley.gateway.exchange.FakePublisher;
import dev.parley.gateway.exchange.LoopTurns;
import dev.parley.gateway.exchange.RequestFailedException;
import dev.parley.gateway.subscription.LogSubscriptionPublisher;
import dev.parley.gateway.subscription.SubscriptionTable;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SessionsTest {
  private static final Identity ALICE = new Identity("alice", "t-1", null, Role.MEMBER);

  private static final Duration READ_TIMEOUT = Duration.ofMillis(50);
  private static final Duration SUBSCRIBE_LIMIT = Duration.ofSeconds(1);

  private final FakePublisher records = new FakePublisher();
  private final Exchange exchange = new Exchange("gw", records, Duration.ofSeconds(10), 100);
  private final SubscriptionTable table =
      new SubscriptionTable(new LogSubscriptionPublisher("gw", records), System::nanoTime);
  private final SessionRegistry registry = new SessionRegistry();
  private final Sessions sessions =
      new Sessions(
          "gw",
          exchange,
          records,
          registry,
          new SessionMail(table, new Backlog(exchange, 2, READ_TIMEOUT), SUBSCRIBE_LIMIT));
  private final LoopTurns turns = new LoopTurns();
  private final FakeConnection connection = new FakeConnection("c1");

  @Test
  void subscribesToTheInboxFirstAndThenToEveryConversation() {
    // When
    openWith(summary("#team", 5, 5), summary("!alice", 0, 0), lobby());

    // Then
    List<String> asked =
        records.all(Subscribe.class).stream().flatMap(s -> s.after().keySet().stream()).toList();
    assertThat(asked).containsExactlyInAnyOrder("!alice", "#lobby", "#team");
  }

  @Test
  void enrollsAnAccountThatHasNoPlaceInTheLobbyYet() {
    // Given
    sessions.open(connection, ALICE, false);
    answerOpen();

    // When
    answerList(summary("!alice", 0, 0));

    // Then
    assertThat(records.last(Enroll.class).account()).isEqualTo("alice");
  }

  @Test
  void deliversWhatWasMissedThenGoesLive() {
    // Given
    Session session = openWith(summary("!alice", 0, 0), lobby(), summary("@alice+bob", 1, 3));
    sessions.start(session);
    assertThat(records.last(FetchBacklog.class).ranges())
        .containsExactly(new Range("@alice+bob", 1, 3));

    // When
    answerBacklog(2, Entries.messages("bob", 2, 3), List.of());
    deliver("@alice+bob", 4, 4);

    // Then
    assertThat(connection.written).first().isEqualTo(new Event.Offline(2));
    assertThat(connection.seqs()).containsExactly(2L, 3L, 4L);
  }

  @Test
  void losesNothingThatComesWhileItCatchesUp() {
    // Given
    Session session = openWith(summary("!alice", 0, 0), lobby(), summary("@alice+bob", 0, 2));
    sessions.start(session);

    // When
    deliver("@alice+bob", 3, 3);
    answerBacklog(2, Entries.messages("bob", 1, 2), List.of());

    // Then
    assertThat(records.last(FetchBacklog.class).ranges())
        .containsExactly(new Range("@alice+bob", 2, 3));

    // When
    answerBacklog(1, Entries.messages("bob", 3, 3), List.of());
    deliver("@alice+bob", 4, 4);

    // Then
    assertThat(connection.seqs()).containsExactly(1L, 2L, 3L, 4L);
  }

  @Test
  void fetchesALongAbsencePageByPage() {
    // Given
    Session session = openWith(summary("!alice", 0, 0), lobby(), summary("@alice+bob", 0, 3));
    sessions.start(session);

    // When
    answerBacklog(3, Entries.messages("bob", 1, 2), List.of(new Range("@alice+bob", 2, 3)));
    answerBacklog(3, Entries.messages("bob", 3, 3), List.of());

    // Then
    assertThat(connection.seqs()).containsExactly(1L, 2L, 3L);
    assertThat(connection.written).filteredOn(Event.Offline.class::isInstance).hasSize(1);
  }

  @Test
  void dropsAClientThatTakesNothingOfItsBacklog() {
    // Given
    Session session = openWith(summary("!alice", 0, 0), lobby(), summary("@alice+bob", 0, 2));
    connection.taken = new CompletableFuture<>();
    sessions.start(session);

    // When
    answerBacklog(2, Entries.messages("bob", 1, 2), List.of());

    // Then
    await().untilAsserted(() -> assertThat(connection.closed).isEqualTo(CloseReason.SLOW_READER));
  }

  @Test
  void goesLiveBehindEntriesThatAreNotForTheReader() {
    // Given
    Session session = openWith(summary("!alice", 0, 0), lobby(), summary("@alice+bob", 0, 3));
    sessions.start(session);

    // When
    answerBacklog(0, List.of(), List.of());
    deliver("@alice+bob", 4, 4);

    // Then
    assertThat(connection.seqs()).containsExactly(4L);
  }

  @Test
  void movesTheCursorWhenTheClientHasShownThatItGotThere() {
    // Given
    Session session = openWith(summary("!alice", 0, 0), lobby(), summary("@alice+bob", 0, 0));
    sessions.start(session);
    deliver("@alice+bob", 1, 2);
    sessions.reportCursors();
    sessions.reportCursors();
    assertThat(records.all(MoveCursors.class)).isEmpty();

    // When
    session.onClientActivity();
    sessions.reportCursors();
    sessions.reportCursors();

    // Then
    assertThat(records.last(MoveCursors.class).moves())
        .containsExactly(new CursorMove("@alice+bob", "alice", 2, 2));
  }

  @Test
  void doesNotMoveTheCursorForBytesThatStillWait() {
    // Given
    Session session = openWith(summary("!alice", 0, 0), lobby(), summary("@alice+bob", 0, 0));
    sessions.start(session);
    deliver("@alice+bob", 1, 2);
    connection.drained = false;

    // When
    session.onClientActivity();
    sessions.end(session, CloseReason.LOST);

    // Then
    assertThat(records.all(MoveCursors.class)).isEmpty();
  }

  @Test
  void closesTheSessionOnlyWhenItsCursorsAreStored() {
    // Given
    Session session = openWith(summary("!alice", 0, 0), lobby(), summary("@alice+bob", 0, 0));
    sessions.start(session);
    deliver("@alice+bob", 1, 1);

    // When
    CompletableFuture<Void> ended = sessions.end(session, CloseReason.LOGOUT);

    // Then
    assertThat(records.all(CloseSession.class)).isEmpty();

    // When
    answer(new Done(requireNonNull(records.last(MoveCursors.class).replyTo()).request()));

    // Then
    assertThat(records.last(CloseSession.class).reason()).isEqualTo("logout");
    assertThat(ended).isNotDone();

    // When
    answer(new Done(requireNonNull(records.last(CloseSession.class).replyTo()).request()));

    // Then
    assertThat(ended).isDone();
    assertThat(registry.all()).isEmpty();
  }

  @Test
  void entersAConversationThatTheInboxTellsOf() {
    // Given
    Session session = openWith(summary("!alice", 0, 0), lobby());
    sessions.start(session);

    // When
    table.onEntries(
        new ConversationEntries(
            "!alice", List.of(Entries.change(1, EntryKind.ADDED_TO, "bob", "#team"))),
        turns);
    turns.run();
    subscribed("#team", 4, List.of("alice", "bob"));
    answerBacklog(1, Entries.messages("bob", 4, 4), List.of());
    deliver("#team", 5, 5);

    // Then
    assertThat(connection.seqs()).containsExactly(1L, 4L, 5L);
  }

  /// While the log is slow the owner's answer comes later than any login would wait for it.
  @Test
  void entersAConversationHoweverLateItsOwnerAnswers() {
    // Given
    Session session = openWith(summary("!alice", 0, 0), lobby());
    sessions.start(session);
    table.onEntries(
        new ConversationEntries(
            "!alice", List.of(Entries.change(1, EntryKind.ADDED_TO, "bob", "#team"))),
        turns);
    turns.run();
    CompletableFuture<Void> limit =
        new CompletableFuture<Void>().orTimeout(SUBSCRIBE_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
    await().until(limit::isDone);

    // When
    subscribed("#team", 4, List.of("alice", "bob"));
    answerBacklog(1, Entries.messages("bob", 4, 4), List.of());
    deliver("#team", 5, 5);

    // Then
    assertThat(connection.seqs()).containsExactly(1L, 4L, 5L);
  }

  @Test
  void knowsWhichConversationsAreEncrypted() {
    // Given
    ConversationSummary encrypted =
        new ConversationSummary("@alice+bob", 3, 3, 3, 2, null, null, null, true);
    Session session =
        openWith(summary("!alice", 0, 0), lobby(), encrypted, summary("@alice+carol", 0, 0));
    sessions.start(session);

    // When
    table.onEntries(
        new ConversationEntries(
            "@alice+carol", List.of(Entries.change(1, EntryKind.ENCRYPTED, "carol", ""))),
        turns);
    turns.run();

    // Then
    assertThat(session.isEncrypted("@alice+bob")).isTrue();
    assertThat(session.isEncrypted("@alice+carol")).isTrue();
    assertThat(session.isEncrypted("#lobby")).isFalse();
    assertThat(session.isEncrypted("@alice+dave")).isFalse();
    assertThatCode(() -> session.requireClear("#lobby")).doesNotThrowAnyException();
    assertThatExceptionOfType(RequestFailedException.class)
        .isThrownBy(() -> session.requireClear("@alice+bob"))
        .extracting(RequestFailedException::code)
        .isEqualTo(ErrorCode.ENCRYPTED);
  }

  @Test
  void forgetsNoLaterSwitchOfEncryptionForAnEarlierOne() {
    // Given
    Session session = openWith(summary("!alice", 0, 0), lobby(), summary("@alice+bob", 0, 0));
    sessions.start(session);
    session.onEncryption("@alice+bob", false, 2);

    // When
    table.onEntries(
        new ConversationEntries(
            "@alice+bob", List.of(Entries.change(1, EntryKind.ENCRYPTED, "bob", ""))),
        turns);
    turns.run();

    // Then
    assertThat(session.isEncrypted("@alice+bob")).isFalse();
  }

  @Test
  void forgetsNoSwitchOfEncryptionForAnAnswerThatNamesNone() {
    // Given
    Session session = openWith(summary("!alice", 0, 0), lobby(), summary("@alice+bob", 0, 0));
    sessions.start(session);
    session.onEncryption("@alice+bob", true, 0);
    assertThat(session.isEncrypted("@alice+bob")).isTrue();
    table.onEntries(
        new ConversationEntries(
            "@alice+bob", List.of(Entries.change(1, EntryKind.UNENCRYPTED, "bob", ""))),
        turns);
    turns.run();

    // When
    session.onEncryption("@alice+bob", true, 0);

    // Then
    assertThat(session.isEncrypted("@alice+bob")).isFalse();
  }

  @Test
  void hearsNothingOfABlockedAuthorInGroups() {
    // Given
    Session session = openBlocking("bob", summary("!alice", 0, 0), lobby(), summary("#team", 0, 0));
    sessions.start(session);

    // When
    deliver("#team", 1, 2);

    // Then
    assertThat(connection.seqs()).isEmpty();
  }

  @Test
  void hearsOfMutesWhoeverGivesThem() {
    // Given
    Session session = openBlocking("bob", summary("!alice", 0, 0), lobby(), summary("#team", 0, 0));
    sessions.start(session);

    // When
    table.onEntries(
        new ConversationEntries(
            "#team",
            List.of(
                Entries.change(1, EntryKind.MUTED, "bob", "alice"),
                Entries.change(2, EntryKind.UNMUTED, "bob", "carol"))),
        turns);
    turns.run();

    // Then
    assertThat(connection.seqs()).containsExactly(1L, 2L);
  }

  @Test
  void isNotToldOfItsOwnMessagesAgain() {
    // Given
    Session session = openWith(summary("!alice", 0, 0), lobby(), summary("@alice+bob", 0, 0));
    sessions.start(session);
    String here = session.nextClientMessageId();

    // When
    table.onEntries(
        new ConversationEntries(
            "@alice+bob",
            List.of(Entries.message(1, "alice", here), Entries.message(2, "alice", "c12.1"))),
        turns);
    turns.run();

    // Then
    assertThat(connection.seqs()).containsExactly(2L);
  }

  @Test
  void isNotToldOfWhatItNamedItself() {
    // Given
    Session session = openWith(summary("!alice", 0, 0), lobby(), summary("@alice+bob", 0, 0));
    sessions.start(session);
    String named = session.clientMessageId("mine");

    // When
    table.onEntries(
        new ConversationEntries(
            "@alice+bob",
            List.of(Entries.message(1, "alice", named), Entries.message(2, "alice", "other"))),
        turns);
    turns.run();

    // Then
    assertThat(connection.seqs()).containsExactly(2L);
  }

  @Test
  void movesCursorsByReceivedOnlyWhereTheClientAcknowledges() {
    // Given
    connection.acknowledges = true;
    Session session = openWith(summary("!alice", 0, 0), lobby(), summary("@alice+bob", 0, 0));
    sessions.start(session);
    deliver("@alice+bob", 1, 3);

    // When
    session.onClientActivity();

    // Then
    assertThat(session.takeMoves()).isEmpty();

    // When
    session.received(Map.of("@alice+bob", 2L, "#other", 9L));

    // Then
    assertThat(session.takeMoves()).containsExactly(new CursorMove("@alice+bob", "alice", 2, 0));

    // When
    session.received(Map.of("@alice+bob", 99L));
    sessions.end(session, CloseReason.CLOSED);

    // Then
    assertThat(records.last(MoveCursors.class).moves())
        .containsExactly(new CursorMove("@alice+bob", "alice", 3, 0));
  }

  @Test
  void storesWhatWasSeenAtOnceAndNoFurtherThanWhatWasDelivered() {
    // Given
    connection.acknowledges = true;
    Session session = openWith(summary("!alice", 0, 0), lobby(), summary("@alice+bob", 0, 0));
    sessions.start(session);
    deliver("@alice+bob", 1, 3);

    // When
    CompletableFuture<Void> stored = sessions.markRead(session, "@alice+bob", 7);
    MoveCursors move = records.last(MoveCursors.class);

    // Then
    assertThat(move.moves()).containsExactly(new CursorMove("@alice+bob", "alice", 3, 3));
    assertThat(stored).isNotDone();
    answer(new Done(Objects.requireNonNull(move.replyTo()).request()));
    assertThat(stored).isCompleted();
  }

  @Test
  void resumesFromWhereTheClientIsAndAsksForItsOwnMessagesToo() {
    // Given
    connection.acknowledges = true;
    CompletableFuture<Session> opening =
        sessions.resume(connection, ALICE, Map.of("@alice+bob", 2L, "#team", 99L));
    ResumeSession asked = records.last(ResumeSession.class);
    answer(new Done(asked.replyTo().request()));
    answerList(
        summary("!alice", 0, 0), lobby(), summary("@alice+bob", 4, 5), summary("#team", 1, 3));
    subscribed("!alice", 0, List.of());
    subscribed("#lobby", 0, List.of());
    subscribed("@alice+bob", 5, List.of());
    subscribed("#team", 3, List.of("alice"));

    // When
    sessions.start(opening.join());

    // Then
    FetchBacklog backlog = records.last(FetchBacklog.class);
    assertThat(asked.token()).isEqualTo("t-1");
    assertThat(backlog.ranges()).containsExactly(new Range("@alice+bob", 2, 5));
    assertThat(backlog.own()).isTrue();
  }

  @Test
  void tellsAtMostEveryThreeSecondsThatSomebodyWritesAndOnlyWhereItBelongs() {
    // Given
    Session session = openWith(summary("!alice", 0, 0), lobby(), summary("@alice+bob", 0, 0));
    sessions.start(session);

    // When
    sessions.tellTyping(session, "@alice+bob");
    sessions.tellTyping(session, "@alice+bob");
    sessions.tellTyping(session, "#lobby");
    sessions.tellTyping(session, "@bob+carol");

    // Then
    assertThat(records.all(Typing.class)).containsExactly(new Typing("@alice+bob", "alice"));
  }

  @Test
  void hearsOfOthersThatTheyWriteButNotOfTheBlocked() {
    // Given
    Session session =
        openBlocking("eve", summary("!alice", 0, 0), lobby(), summary("@alice+bob", 0, 0));
    sessions.start(session);

    // When
    table.onTyping(new Typing("@alice+bob", "bob"), turns);
    table.onTyping(new Typing("@alice+bob", "alice"), turns);
    table.onTyping(new Typing("@alice+bob", "eve"), turns);
    table.onTyping(new Typing("#unknown", "bob"), turns);
    turns.run();

    // Then
    assertThat(connection.written).contains(new Event.Typing("@alice+bob", "bob"));
    assertThat(connection.written).filteredOn(Event.Typing.class::isInstance).hasSize(1);
  }

  @Test
  void closesWhatMayHaveBeenOpenedWhenTheOpeningFails() {
    // Given
    CompletableFuture<Session> opening = sessions.open(connection, ALICE, false);
    OpenSession open = records.last(OpenSession.class);

    // When
    answer(new Refused(open.replyTo().request(), ErrorCode.ALREADY_LOGGED_IN, "twice", 0));

    // Then
    assertThat(opening.isCompletedExceptionally()).isTrue();
    assertThat(opening.exceptionNow()).isInstanceOf(RequestFailedException.class);
    assertThat(records.last(CloseSession.class).session()).isEqualTo(open.session());
  }

  @Test
  void givesEveryOpeningAnIdOfItsOwn() {
    // When
    sessions.open(connection, ALICE, false);
    String first = records.last(OpenSession.class).session();
    sessions.open(connection, ALICE, false);

    // Then
    assertThat(records.last(OpenSession.class).session()).isNotEqualTo(first);
  }

  @Test
  void opensBrieflyUnseenAndLeavesWhatWaits() {
    // Given
    CompletableFuture<Session> opened = sessions.openBriefly(connection, ALICE);

    // When
    answerList(summary("!alice", 0, 0), lobby(), summary("@alice+bob", 1, 3));

    // Then
    assertThat(opened.join().missedAtLogin()).containsExactly(new Range("@alice+bob", 1, 3));
    assertThat(records.all(OpenSession.class)).isEmpty();
    assertThat(records.all(Subscribe.class)).isEmpty();
    assertThat(registry.all()).isEmpty();
  }

  private Session openWith(ConversationSummary... listed) {
    return open(List.of(), listed);
  }

  private Session openBlocking(String blocked, ConversationSummary... listed) {
    return open(List.of(blocked), listed);
  }

  private Session open(List<String> blocked, ConversationSummary... listed) {
    CompletableFuture<Session> opening = sessions.open(connection, ALICE, false);
    answerOpen();
    long request = records.last(ListConversations.class).replyTo().request();
    answer(new ConversationList(request, List.of(listed), blocked));
    for (ConversationSummary each : listed) {
      subscribed(each.conversation(), each.head(), List.of("alice", "bob"));
    }
    return opening.join();
  }

  private void answerOpen() {
    answer(new Done(records.last(OpenSession.class).replyTo().request()));
  }

  private void answerList(ConversationSummary... listed) {
    long request = records.last(ListConversations.class).replyTo().request();
    answer(new ConversationList(request, List.of(listed), List.of()));
  }

  private void answerBacklog(
      long messages, List<dev.parley.contracts.conversation.Entry> entries, List<Range> remaining) {
    FetchBacklog asked = records.last(FetchBacklog.class);
    String conversation = asked.ranges().getFirst().conversation();
    List<ConversationEntries> page =
        entries.isEmpty() ? List.of() : List.of(new ConversationEntries(conversation, entries));
    answer(new BacklogPage(asked.replyTo().request(), messages, page, remaining));
  }

  private void answer(Reply reply) {
    exchange.onReply(reply, turns);
    turns.run();
  }

  private void subscribed(String conversation, long upTo, List<String> members) {
    table.onSubscribed(new Subscribed(conversation, upTo, members, List.of(), true), turns);
    turns.run();
  }

  private void deliver(String conversation, long from, long to) {
    table.onEntries(
        new ConversationEntries(conversation, Entries.messages("bob", from, to)), turns);
    turns.run();
  }

  private static ConversationSummary summary(String conversation, long given, long head) {
    return new ConversationSummary(conversation, head, given, given, 2);
  }

  private static ConversationSummary lobby() {
    return summary("#lobby", 0, 0);
  }
}
