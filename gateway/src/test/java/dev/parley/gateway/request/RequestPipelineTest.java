package dev.parley.gateway.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.ErrorCode;
import dev.parley.gateway.door.CloseReason;
import dev.parley.gateway.door.FakeConnection;
import dev.parley.gateway.door.Reply;
import dev.parley.gateway.exchange.RequestFailedException;
import dev.parley.gateway.limit.LimitConfig;
import dev.parley.gateway.limit.Limits;
import dev.parley.gateway.session.ConnectionState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class RequestPipelineTest {
  private final FakeConnection connection = new FakeConnection("c1");
  private final List<CompletableFuture<Reply>> sends = new ArrayList<>();
  private final List<CompletableFuture<Reply>> lists = new ArrayList<>();
  private final VerbTable verbs =
      new VerbTable()
          .verb(MessageRequest.SendMessage.class, Precondition.NONE, (_, _) -> open(sends))
          .verb(GroupRequest.ListGroups.class, Precondition.NONE, (_, _) -> open(lists))
          .verb(PresenceRequest.WhoElse.class, Precondition.LOGGED_IN, (_, _) -> open(lists))
          .verb(
              AccountRequest.Logout.class,
              Precondition.NONE,
              (caller, logout) -> {
                caller.become(new ConnectionState.Closing());
                caller.afterReply(() -> connection.close(logout.reason()));
                return CompletableFuture.completedFuture(new Reply.LoggedOut());
              });

  @Test
  void overlapsMessagesAndRepliesInTheirOrder() {
    // Given
    RequestPipeline pipeline = pipeline(Limits.off(), 8);
    pipeline.onRequest(message());
    pipeline.onRequest(message());

    // When
    sends.get(1).complete(posted(2));
    sends.get(0).complete(posted(1));

    // Then
    assertThat(connection.written).containsExactly(posted(1), posted(2));
  }

  @Test
  void startsAnythingElseOnlyWhenAllBeforeItIsAnswered() {
    // Given
    RequestPipeline pipeline = pipeline(Limits.off(), 8);
    pipeline.onRequest(message());
    pipeline.onRequest(new GroupRequest.ListGroups());
    pipeline.onRequest(message());
    assertThat(lists).isEmpty();

    // When
    sends.get(0).complete(posted(1));

    // Then
    assertThat(lists).hasSize(1);
    assertThat(sends).hasSize(1);

    // When
    lists.get(0).complete(new Reply.Groups(List.of()));

    // Then
    assertThat(sends).hasSize(2);
  }

  @Test
  void readsNoFurtherThanItMayHold() {
    // Given
    RequestPipeline pipeline = pipeline(Limits.off(), 2);

    // When
    pipeline.onRequest(message());
    pipeline.onRequest(message());

    // Then
    assertThat(connection.paused).isTrue();

    // When
    sends.get(0).complete(posted(1));

    // Then
    assertThat(connection.paused).isFalse();
  }

  @Test
  void turnsFailuresIntoReplies() {
    // Given
    RequestPipeline pipeline = pipeline(Limits.off(), 8);
    pipeline.onRequest(message());
    pipeline.onRequest(message());

    // When
    sends.get(0).completeExceptionally(new RequestFailedException(ErrorCode.BLOCKED, "no"));
    sends.get(1).completeExceptionally(new IllegalStateException("secret detail"));

    // Then
    assertThat(connection.written)
        .containsExactly(
            new Reply.Failed(ErrorCode.BLOCKED, "no"),
            new Reply.Failed(ErrorCode.INTERNAL, "the server made a mistake; it was noted"));
  }

  @Test
  void refusesAVerbThatNeedsASession() {
    // Given
    RequestPipeline pipeline = pipeline(Limits.off(), 8);

    // When
    pipeline.onRequest(new PresenceRequest.WhoElse());

    // Then
    assertThat(connection.written)
        .singleElement()
        .isInstanceOfSatisfying(
            Reply.Failed.class,
            failed -> assertThat(failed.code()).isEqualTo(ErrorCode.NOT_LOGGED_IN));
  }

  @Test
  void refusesWhatIsTooFastAndSaysHowLongToWait() {
    // Given
    Limits strict = new Limits(true, 1, 1, 10, 1, 1, 1, 1, 10);
    RequestPipeline pipeline = pipeline(strict, 8);
    pipeline.onRequest(new GroupRequest.ListGroups());
    lists.get(0).complete(new Reply.Groups(List.of()));

    // When
    pipeline.onRequest(new GroupRequest.ListGroups());

    // Then
    assertThat(connection.written)
        .last()
        .isEqualTo(new Reply.Failed(ErrorCode.RATE_LIMITED, "too fast; wait 100 ms", 100));
  }

  @Test
  void countsWhatNobodyAnswersToo() {
    // Given
    List<Request> done = new ArrayList<>();
    verbs.verb(
        MessageRequest.Received.class,
        Precondition.NONE,
        (_, request) -> {
          done.add(request);
          return CompletableFuture.completedFuture(new Reply.Done());
        });
    RequestPipeline pipeline = pipeline(new Limits(true, 1, 1, 10, 1, 1, 1, 1, 10), 8);

    // When
    pipeline.onRequest(new MessageRequest.Received(Map.of()));
    pipeline.onRequest(new MessageRequest.Received(Map.of()));

    // Then
    assertThat(done).hasSize(1);
  }

  @Test
  void answersWhatWasAskedBeforeTheClientClosedItsSide() {
    // Given
    RequestPipeline pipeline = pipeline(Limits.off(), 8);
    pipeline.onRequest(message());
    pipeline.onEndOfRequests(CloseReason.LOGOUT);
    assertThat(connection.closed).isNull();

    // When
    sends.get(0).complete(posted(1));

    // Then
    assertThat(connection.written).containsExactly(posted(1), new Reply.LoggedOut());
    assertThat(connection.closed).isEqualTo(CloseReason.LOGOUT);
  }

  @Test
  void answersWhatWasAskedBeforeAClientThatIsPerhapsGone() {
    // Given
    RequestPipeline pipeline = pipeline(Limits.off(), 8);
    pipeline.onRequest(message());

    // When
    pipeline.onEndOfRequests(CloseReason.LOST);
    sends.get(0).complete(posted(1));

    // Then
    assertThat(connection.written).containsExactly(posted(1), new Reply.LoggedOut());
    assertThat(connection.closed).isEqualTo(CloseReason.LOST);
  }

  private RequestPipeline pipeline(LimitConfig limits, int maxPipelined) {
    return new RequestPipeline(
        connection,
        verbs,
        (_, _) -> CompletableFuture.allOf(),
        new NoMetrics(),
        limits,
        maxPipelined,
        () -> 0);
  }

  private static CompletableFuture<Reply> open(List<CompletableFuture<Reply>> replies) {
    CompletableFuture<Reply> reply = new CompletableFuture<>();
    replies.add(reply);
    return reply;
  }

  private static Request message() {
    return new MessageRequest.SendMessage(new Target.User("bob"), "hi", false);
  }

  private static Reply posted(long seq) {
    return new Reply.Posted("@alice+bob", "alice", false, seq, 0);
  }
}
