package dev.parley.routing.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.contracts.ConversationId;
import dev.parley.contracts.ReplyTo;
import dev.parley.contracts.codec.Codecs;
import dev.parley.contracts.conversation.Entry;
import dev.parley.contracts.conversation.Post;
import dev.parley.contracts.delivery.Acknowledged;
import dev.parley.contracts.delivery.Subscribed;
import dev.parley.contracts.topic.Topics;
import dev.parley.deploy.embedded.SharedStack;
import io.quarkus.test.common.http.TestHTTPResource;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What happens to acknowledged and unacknowledged posts when something breaks.
@ServiceTest
class FaultsIT {
  private static final Duration HEALING = Duration.ofSeconds(60);

  private final SharedStack stack = SharedStack.instance();

  @TestHTTPResource("/q/health/ready")
  URI ready;

  private TestGateway gateway;
  private String alice;
  private String direct;

  @BeforeEach
  void open() {
    gateway = TestGateway.open();
    alice = gateway.account("alice");
    direct = ConversationId.direct(alice, gateway.account("bob"));
  }

  @AfterEach
  void close() {
    gateway.close();
  }

  @Test
  void acknowledgesEverythingOnceTheDatabaseIsBack() {
    // Given
    List<Long> requests = new ArrayList<>(post(20));

    // When
    stack.killDatabase();
    requests.addAll(post(20));
    stack.restartDatabase();
    requests.addAll(post(20));

    // Then
    awaitAcknowledged(requests);
    assertStoredOnce(60);
  }

  @Test
  void acknowledgesEverythingOnceTheBrokerIsBack() {
    // Given
    List<Long> requests = new ArrayList<>(post(20));

    // When
    stack.killBroker();
    stack.restartBroker();
    requests.addAll(post(20));

    // Then
    awaitAcknowledged(requests);
    assertStoredOnce(40);
  }

  @Test
  void deliversAgainOnceBrokerAndDatabaseAreBack() {
    // Given
    gateway.post(direct, alice, "before");
    stack.killBroker();
    stack.killDatabase();
    stack.restartDatabase();
    stack.restartBroker();

    // When
    Subscribed subscribed = gateway.subscribe(direct, 0);
    gateway.post(direct, alice, "after");

    // Then
    assertThat(subscribed.entries()).extracting(Entry::text).containsExactly("before");
    await()
        .atMost(HEALING)
        .untilAsserted(
            () -> assertThat(gateway.delivered(direct)).extracting(Entry::text).contains("after"));
  }

  @Test
  void isNotReadyWhileTheDatabaseIsAway() {
    // When
    stack.killDatabase();

    // Then
    await().atMost(HEALING).untilAsserted(() -> assertThat(status()).isEqualTo(503));
    stack.restartDatabase();
    await().atMost(HEALING).untilAsserted(() -> assertThat(status()).isEqualTo(200));
  }

  @Test
  void setsAsideWhatItCannotReadOrPlaceAndGoesOn() {
    // Given
    int home = Topics.partitionOf(direct, TestGateway.PARTITIONS);
    int wrong = (home + 1) % TestGateway.PARTITIONS;
    Post misplaced = new Post(direct, alice, "misplaced", "text", gateway.nextReplyTo());
    List<Long> requests = new ArrayList<>(post(5));

    // When
    gateway.writeRaw(home, direct, "no record".getBytes(StandardCharsets.UTF_8));
    gateway.writeRaw(wrong, direct, Codecs.CONVERSATIONS.encode(misplaced));
    requests.addAll(post(5));

    // Then
    awaitAcknowledged(requests);
    assertStoredOnce(10);
    await()
        .atMost(HEALING)
        .untilAsserted(() ->
            assertThat(gateway.deadLetters(direct))
                .hasSize(2)
                .anyMatch(letter -> letter.reason().contains("MisplacedRecordException")));
  }

  /// Writes posts without waiting for anything but the log.
  private List<Long> post(int count) {
    return LongStream.range(0, count).mapToObj(_ -> post()).toList();
  }

  private long post() {
    ReplyTo replyTo = gateway.nextReplyTo();
    String id = "m" + replyTo.request();
    gateway.write(direct, new Post(direct, alice, id, "text", replyTo));
    return replyTo.request();
  }

  private void awaitAcknowledged(List<Long> requests) {
    await()
        .atMost(HEALING)
        .untilAsserted(() ->
            assertThat(gateway.acknowledged().map(Acknowledged::request)).containsAll(requests));
  }

  private void assertStoredOnce(int count) {
    assertThat(gateway.subscribe(direct, 0).entries())
        .extracting(Entry::seq)
        .containsExactlyElementsOf(LongStream.rangeClosed(1, count).boxed().toList());
  }

  private int status() throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client
          .send(HttpRequest.newBuilder(ready).build(), BodyHandlers.discarding())
          .statusCode();
    }
  }
}
