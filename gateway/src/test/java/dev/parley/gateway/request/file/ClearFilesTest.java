package dev.parley.gateway.request.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parley.contracts.ErrorCode;
import dev.parley.contracts.delivery.ConversationList;
import dev.parley.contracts.delivery.ConversationSummary;
import dev.parley.contracts.delivery.Refused;
import dev.parley.contracts.delivery.Reply;
import dev.parley.contracts.query.ListConversations;
import dev.parley.gateway.door.FakeConnection;
import dev.parley.gateway.exchange.Exchange;
import dev.parley.gateway.exchange.FakePublisher;
import dev.parley.gateway.exchange.LoopTurns;
import dev.parley.gateway.exchange.RequestFailedException;
import dev.parley.gateway.request.Callers;
import dev.parley.gateway.session.FollowedSession;
import dev.parley.gateway.session.Session;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ClearFilesTest {
  private static final String DIRECT = "@alice+bob";

  private final FakePublisher records = new FakePublisher();
  private final Exchange exchange = new Exchange("gw", records, Duration.ofSeconds(10), 10);
  private final FakeConnection connection = new FakeConnection("c1");
  private final ClearFiles files = new ClearFiles(exchange);

  @Test
  void refusesAFileWhereTheSessionKnowsThatTheConversationIsEncrypted() {
    // Given
    Session session = FollowedSession.of("alice", connection, DIRECT, true);

    // Then
    assertThatExceptionOfType(RequestFailedException.class)
        .isThrownBy(() -> require(session, DIRECT))
        .extracting(RequestFailedException::code)
        .isEqualTo(ErrorCode.ENCRYPTED);
    assertThat(records.records).isEmpty();
  }

  @Test
  void asksNobodyWhereTheSessionKnowsThatItIsNot() {
    // When
    CompletableFuture<Void> required =
        require(FollowedSession.of("alice", connection, DIRECT, false), DIRECT);

    // Then
    assertThat(required).isCompleted();
    assertThat(records.records).isEmpty();
  }

  @Test
  void asksNobodyAboutAGroup() {
    // When
    CompletableFuture<Void> required = require(FollowedSession.none("alice", connection), "#team");

    // Then
    assertThat(required).isCompleted();
    assertThat(records.records).isEmpty();
  }

  @Test
  void asksForACommandThatKnowsNothingAndRefusesWhatIsEncrypted() {
    // Given
    CompletableFuture<Void> required = require(FollowedSession.none("alice", connection), DIRECT);
    assertThat(required).isNotDone();
    assertThat(records.last(ListConversations.class).account()).isEqualTo("alice");

    // When
    answer(list(summary("@alice+carol", false), summary(DIRECT, true)));

    // Then
    assertThat(required).isCompletedExceptionally();
    assertThat(code(required)).isEqualTo(ErrorCode.ENCRYPTED);
  }

  @Test
  void takesAFileForWhatOthersEncryptAndThisOneDoesNot() {
    // Given
    CompletableFuture<Void> off = require(FollowedSession.none("alice", connection), DIRECT);

    // When
    answer(list(summary("@alice+carol", true), summary(DIRECT, false)));

    // Then
    assertThat(off).isCompleted();

    // Given
    CompletableFuture<Void> neverSaid = require(FollowedSession.none("alice", connection), DIRECT);

    // When
    answer(list(summary(DIRECT, null)));

    // Then
    assertThat(neverSaid).isCompleted();
  }

  @Test
  void takesNoFileWhereItCannotAsk() {
    // Given
    CompletableFuture<Void> required = require(FollowedSession.none("alice", connection), DIRECT);

    // When
    answer(new Refused(asked(), ErrorCode.UNAVAILABLE, "out of reach", 0));

    // Then
    assertThat(code(required)).isEqualTo(ErrorCode.UNAVAILABLE);
  }

  private CompletableFuture<Void> require(Session session, String conversation) {
    return files.require(Callers.with(session, connection), conversation);
  }

  private long asked() {
    return records.last(ListConversations.class).replyTo().request();
  }

  private ConversationList list(ConversationSummary... summaries) {
    return new ConversationList(asked(), List.of(summaries), List.of());
  }

  private static ConversationSummary summary(String conversation, @Nullable Boolean encrypted) {
    return new ConversationSummary(conversation, 3, 3, 3, 2, null, null, null, encrypted);
  }

  private void answer(Reply reply) {
    LoopTurns turns = new LoopTurns();
    exchange.onReply(reply, turns);
    turns.run();
  }

  private static @Nullable ErrorCode code(CompletableFuture<Void> required) {
    Throwable failure = required.handle((_, thrown) -> thrown).join();
    Throwable cause = failure.getCause() == null ? failure : failure.getCause();
    return cause instanceof RequestFailedException refused ? refused.code() : null;
  }
}
