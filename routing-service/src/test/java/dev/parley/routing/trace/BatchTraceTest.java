package dev.parley.routing.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.ConversationId;
import dev.parley.contracts.ReplyTo;
import dev.parley.contracts.conversation.Post;
import dev.parley.contracts.conversation.Subscribe;
import dev.parley.contracts.delivery.Delivered;
import dev.parley.contracts.trace.RecordingSpans;
import dev.parley.contracts.trace.TraceContext;
import dev.parley.contracts.trace.TracedEntry;
import dev.parley.routing.batch.Engine;
import dev.parley.routing.batch.Log;
import dev.parley.routing.batch.MemoryStorage;
import dev.parley.routing.batch.RecordingPublisher;
import dev.parley.routing.conversation.LogRecord;
import dev.parley.routing.delivery.Outgoing;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BatchTraceTest {
  private static final String DIRECT = ConversationId.direct("alice", "bob");
  private static final TraceContext PARENT = new TraceContext("a".repeat(32), "b".repeat(16));
  private static final InstantSource CLOCK = InstantSource.fixed(Instant.ofEpochMilli(5_000));

  private final RecordingSpans spans = new RecordingSpans();
  private final RecordingPublisher published = new RecordingPublisher();
  private final Log log = new Log();
  private final Engine engine =
      new Engine(new MemoryStorage(), published, spans, CLOCK).withAccounts("alice", "bob");

  @Test
  void tellsOfStoringAndOfFanningOutAFollowedMessage() {
    // When
    engine.process(List.of(followed(post("a", 1)))).join();

    // Then
    assertThat(spans.names()).containsExactly("store", "fan out");
    RecordingSpans.Ended store = spans.ended().getFirst();
    RecordingSpans.Ended fanOut = spans.ended().getLast();
    assertThat(store.parent()).isEqualTo(PARENT);
    assertThat(store.attributes())
        .containsEntry("parley.seq", "1")
        .containsEntry("parley.conversation", DIRECT);
    assertThat(fanOut.parent()).isEqualTo(store.context());
  }

  @Test
  void givesTheReadersGatewayWhatIsFollowedAndNothingElse() {
    // Given
    engine.process(log, new Subscribe("reader", Map.of(DIRECT, 0L)));
    LogRecord quiet = log.write(post("a", 1)).getFirst();

    // When
    engine.process(List.of(quiet, followed(post("b", 2)))).join();

    // Then
    List<Outgoing> deliveries =
        published.outgoing().stream().filter(o -> o.record() instanceof Delivered).toList();
    TraceContext fanOut = spans.ended().getLast().context();
    assertThat(deliveries)
        .filteredOn(outgoing -> outgoing.gateway().equals("reader"))
        .singleElement()
        .satisfies(outgoing ->
            assertThat(outgoing.traced()).containsExactly(new TracedEntry(fanOut, DIRECT, 2)));
  }

  @Test
  void tellsNothingOfMessagesThatNobodyFollows() {
    // When
    engine.process(log, post("a", 1));

    // Then
    assertThat(spans.ended()).isEmpty();
  }

  @Test
  void tellsThatAFollowedMessageWasRefused() {
    // Given
    Post toStranger =
        new Post(ConversationId.direct("alice", "nobody"), "alice", "a", "hi", reply(1));

    // When
    engine.process(List.of(followed(toStranger))).join();

    // Then
    assertThat(spans.ended())
        .singleElement()
        .satisfies(store -> assertThat(store.attributes()).containsEntry("parley.refused", "true"));
  }

  @Test
  void tellsGatewaysWhenABatchWasStored() {
    // When
    engine.process(log, post("a", 1));

    // Then
    assertThat(delivered()).extracting(Delivered::storedAt).containsExactly(5_000L);
  }

  @Test
  void doesNotTellWhenItWasStoredOfWhatWasStoredBefore() {
    // Given
    List<LogRecord> batch = log.write(post("a", 1));
    engine.process(batch).join();
    published.clear();

    // When
    engine.process(batch).join();

    // Then
    assertThat(delivered()).extracting(Delivered::storedAt).containsExactly((Long) null);
  }

  private List<Delivered> delivered() {
    return published.outgoing().stream()
        .map(Outgoing::record)
        .filter(Delivered.class::isInstance)
        .map(Delivered.class::cast)
        .toList();
  }

  private LogRecord followed(Post post) {
    LogRecord written = log.write(post).getFirst();
    return new LogRecord(written.record(), written.cause(), PARENT);
  }

  private static Post post(String clientMessageId, long request) {
    return new Post(DIRECT, "alice", clientMessageId, "hi", reply(request));
  }

  private static ReplyTo reply(long request) {
    return new ReplyTo("gw", request);
  }
}
