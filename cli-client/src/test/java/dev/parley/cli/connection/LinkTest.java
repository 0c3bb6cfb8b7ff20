package dev.parley.cli.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.cli.frame.Frames;
import io.vertx.core.http.ServerWebSocket;
import java.net.ConnectException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LinkTest {

  private static final Duration SHORT = Duration.ofMillis(300);

  private final AtomicReference<Throwable> fault = new AtomicReference<>();
  private final Loop loop = new Loop(fault::set);
  private final List<LinkState> states = new CopyOnWriteArrayList<>();
  private final List<JsonNode> frames = new CopyOnWriteArrayList<>();
  private final LinkListener listener =
      new LinkListener() {
        @Override
        public void onState(LinkState state) {
          states.add(state);
        }

        @Override
        public void onFrame(JsonNode frame) {
          frames.add(frame);
        }
      };

  @AfterEach
  void stop() {
    loop.shutdownNow();
    assertThat(fault).hasNullValue();
  }

  @Test
  void givesEachAnswerToWhomItBelongs() {
    try (var door = new FakeDoor(LinkTest::inReverse)) {
      // Given
      Link link = open(door.uri(), Duration.ofSeconds(10));

      // When
      CompletableFuture<JsonNode> first = ask(link, "first");
      CompletableFuture<JsonNode> second = ask(link, "second");

      // Then
      assertThat(first.join().path("was").asText()).isEqualTo("first");
      assertThat(second.join().path("was").asText()).isEqualTo("second");
    }
  }

  @Test
  void turnsAnErrorIntoARefusal() {
    try (var door =
        new FakeDoor((socket, text) ->
            socket.writeTextMessage(
                "{\"type\":\"error\",\"id\":\"parley-1\",\"code\":\"locked\",\"message\":\"no\",\"detail\":57}"))) {
      Link link = open(door.uri(), Duration.ofSeconds(10));
      assertThatThrownBy(ask(link, "login")::join)
          .cause()
          .isInstanceOfSatisfying(
              RefusedException.class,
              refused -> {
                assertThat(refused.code()).isEqualTo("locked");
                assertThat(refused.detail()).isEqualTo(57);
              });
    }
  }

  @Test
  void waitsOnlySoLongForAnAnswer() {
    try (var door = new FakeDoor((_, _) -> {})) {
      Link link = open(door.uri(), SHORT);
      assertThatThrownBy(ask(link, "ping")::join).hasMessageContaining("no answer in time");
    }
  }

  @Test
  void takesEventsInOrderFromArraysAndParts() {
    try (var door = new FakeDoor(FakeDoor::agree)) {
      // Given
      open(door.uri(), Duration.ofSeconds(10));
      String many =
          "[{\"type\":\"notice\",\"text\":\"1\"},{\"type\":\"notice\",\"text\":\""
              + "x".repeat(100_000)
              + "\"}]";

      // When
      door.last().writeTextMessage(many);
      door.last().writeTextMessage("no json");
      door.last().writeTextMessage("{\"type\":\"notice\",\"text\":\"3\"}");

      // Then
      await().untilAsserted(() -> assertThat(frames).hasSize(3));
      assertThat(frames.getFirst().path("text").asText()).isEqualTo("1");
      assertThat(frames.get(1).path("text").asText()).hasSize(100_000);
    }
  }

  @Test
  void sendsManyTextsInOrder() {
    try (var door = new FakeDoor(FakeDoor::agree)) {
      // Given
      Link link = open(door.uri(), Duration.ofSeconds(10));

      // When
      loop.execute(() -> {
        for (int number = 0; number < 500; number++) {
          link.tell(Frames.JSON.createObjectNode().put("id", number));
        }
      });

      // Then
      await().untilAsserted(() -> assertThat(door.heard()).hasSize(500));
      for (int number = 0; number < 500; number++) {
        assertThat(door.heard().get(number)).isEqualTo("{\"id\":" + number + "}");
      }
    }
  }

  @Test
  void comesBackByItselfOnceItIsToStayOpen() {
    try (var door = new FakeDoor((_, _) -> {})) {
      // Given
      Link link = open(door.uri(), Duration.ofSeconds(10));
      loop.execute(() -> link.keepOpen(true));
      CompletableFuture<JsonNode> underWay = ask(link, "ping");
      await().until(() -> !door.heard().isEmpty());

      // When
      door.last().close((short) 1011);

      // Then
      assertThatThrownBy(underWay::join).hasMessageContaining("connection lost");
      await().untilAsserted(() -> assertThat(door.connections()).isEqualTo(2));
      await().untilAsserted(() -> assertThat(states.getLast()).isInstanceOf(LinkState.Open.class));
      assertThat(states).anyMatch(LinkState.Waiting.class::isInstance);
    }
  }

  @Test
  void triesAgainUntilTheServerIsBack() {
    // Given
    int port;
    try (var door = new FakeDoor((_, _) -> {})) {
      port = door.port();
      Link link = open(door.uri(), Duration.ofSeconds(10));
      loop.execute(() -> link.keepOpen(true));
      await().until(() -> door.connections() == 1);
    }
    await().until(() -> states.stream().filter(LinkState.Waiting.class::isInstance).count() >= 2);

    // When
    try (var door = new FakeDoor(port, (_, _) -> {})) {
      // Then
      await().untilAsserted(() -> assertThat(door.connections()).isEqualTo(1));
    }
  }

  @Test
  void doesNotComeBackAfterATakeover() {
    try (var door = new FakeDoor((_, _) -> {})) {
      // Given
      Link link = open(door.uri(), Duration.ofSeconds(10));
      loop.execute(() -> link.keepOpen(true));

      // When
      door.last().close((short) 4001);

      // Then
      await()
          .untilAsserted(() -> assertThat(states.getLast()).isEqualTo(new LinkState.Ended(true)));
    }
  }

  @Test
  void givesUpAServerThatIsSilent() {
    try (var door = new FakeDoor((_, _) -> {})) {
      // Given
      var config = new LinkConfig(door.uri(), null, SHORT.multipliedBy(20), SHORT, SHORT);
      Link link = open(config);
      loop.execute(() -> link.keepOpen(true));

      // When
      door.last().pause();

      // Then
      await().untilAsserted(() -> assertThat(states).anyMatch(LinkState.Waiting.class::isInstance));
    }
  }

  @Test
  void tellsWhyItCannotConnect() {
    // Given
    URI nobody = URI.create("ws://127.0.0.1:1/ws");
    var link = new Link(LinkConfig.usual(nobody, null), loop, listener, () -> 0.1);

    // When
    loop.execute(link::connect);

    // Then
    await().untilAsserted(() -> assertThat(states).contains(new LinkState.Idle()));
    assertThat(link.failure()).isInstanceOf(ConnectException.class);
  }

  private Link open(URI uri, Duration answerLimit) {
    return open(
        new LinkConfig(uri, null, SHORT.multipliedBy(20), answerLimit, SHORT.multipliedBy(50)));
  }

  private Link open(LinkConfig config) {
    var link = new Link(config, loop, listener, () -> 0.1);
    loop.execute(link::connect);
    await().until(() -> states.contains(new LinkState.Open()));
    return link;
  }

  private CompletableFuture<JsonNode> ask(Link link, String type) {
    return CompletableFuture.supplyAsync(() -> link.ask(type, Frames.JSON.createObjectNode()), loop)
        .thenCompose(answer -> answer);
  }

  /// Answers two requests together, the last one first.
  private static void inReverse(ServerWebSocket socket, String text) {
    JsonNode request = Frames.split(text).getFirst();
    if (request.path("type").asText().equals("second")) {
      socket.writeTextMessage(
          """
          [{"type":"ok","id":"parley-2","was":"second"},{"type":"ok","id":"parley-1","was":"first"}]
          """);
    }
  }
}
