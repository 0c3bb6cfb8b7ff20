package dev.parley.deploy.acceptance.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.deploy.acceptance.people.OnParley;
import dev.parley.deploy.acceptance.people.People;
import dev.parley.deploy.acceptance.people.Person;
import dev.parley.deploy.acceptance.stack.Doors;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@OnParley
class FrameDoorIT {
  private static final String LONG_TEXT = "x".repeat(3_900);
  private static final int MESSAGES = 6_000;
  private static final int PIPELINED = 50;

  private final List<FrameClient> clients = new ArrayList<>();
  private final String password = People.password();

  @AfterEach
  void close() {
    clients.forEach(FrameClient::close);
  }

  @Test
  void registerLogsInAndGivesAToken(Doors stack) {
    // Given
    String handle = People.unique("anna");

    // When
    JsonNode answer = register(open(stack), handle);

    // Then
    assertThat(answer.path("user").asText()).isEqualTo(handle);
    assertThat(answer.path("token").asText()).contains(".");
    assertThat(answer.path("expiresAt").asText()).endsWith("Z");
  }

  @Test
  void givesAMessageToReadersOfBothProtocolsUnderTheSameNumber(People people, Doors stack) {
    // Given
    Person tom = people.online("tom");
    FrameClient anna = open(stack);
    FrameClient bert = open(stack);
    String annasHandle = People.unique("anna");
    String bertsHandle = People.unique("bert");
    register(anna, annasHandle);
    register(bert, bertsHandle);
    String group = People.unique("team");
    anna.ask("createGroup", Map.of("group", group, "users", List.of(bertsHandle, tom.handle())));
    tom.awaitLine("* added #" + group + " by " + annasHandle);
    bert.awaitEvent("added");

    // When
    JsonNode sent =
        anna.ask("send", Map.of("to", "#" + group, "text", "to \"all\"", "clientId", "c1"));
    JsonNode again =
        anna.ask("send", Map.of("to", "#" + group, "text", "to \"all\"", "clientId", "c1"));

    // Then
    JsonNode seen = bert.awaitEvent("message");
    long seq = sent.path("seq").asLong();
    assertThat(again.path("seq").asLong()).isEqualTo(seq);
    assertThat(seen.path("seq").asLong()).isEqualTo(seq);
    assertThat(seen.path("text").asText()).isEqualTo("to \"all\"");
    assertThat(seen.path("from").asText()).isEqualTo(annasHandle);
    assertThat(seen.has("clientId")).isFalse();
    assertThat(tom.awaitMessage("to \"all\"").seq()).isEqualTo(seq);

    // When
    long answered = tom.tellGroup(group, "from the line");

    // Then
    assertThat(anna.awaitEvent("message").path("seq").asLong()).isEqualTo(answered);
    assertThat(bert.awaitEvent("message").path("seq").asLong()).isEqualTo(answered);
  }

  @Test
  void goesOnAfterAnAbruptCloseFromWhereTheClientIs(Doors stack) {
    // Given
    FrameClient anna = open(stack);
    FrameClient bert = open(stack);
    String annasHandle = People.unique("anna");
    String bertsHandle = People.unique("bert");
    String token = register(anna, annasHandle).path("token").asText();
    register(bert, bertsHandle);
    String conversation = say(bert, annasHandle, "one").path("conversation").asText();
    say(anna, bertsHandle, "two");
    anna.awaitEvent("message");
    say(bert, annasHandle, "three");
    anna.awaitEvent("message");
    anna.send("received", Map.of("cursors", Map.of(conversation, 3)));

    // When
    anna.cut();
    say(bert, annasHandle, "four");
    FrameClient again = open(stack);
    JsonNode resumed =
        again.ask("resume", Map.of("token", token, "cursors", Map.of(conversation, 1)));

    // Then
    assertThat(resumed.path("user").asText()).isEqualTo(annasHandle);
    assertThat(texts(again, 3)).containsExactly("2 two", "3 three", "4 four");
  }

  @Test
  void closesTheConnectionThatASessionStillHasElsewhere(Doors stack) {
    // Given
    FrameClient first = open(stack);
    String token = register(first, People.unique("anna")).path("token").asText();

    // When
    open(stack).ask("resume", Map.of("token", token));

    // Then
    assertThat(first.awaitEvent("notice").path("code").asText()).isEqualTo("taken_over");
    assertThat(first.awaitClose()).isEqualTo(4001);
  }

  @Test
  void refusesTheTokensOfSessionsThatWereLoggedOutOrTakenOver(Doors stack) {
    // Given
    String handle = People.unique("anna");
    FrameClient anna = open(stack);
    String loggedOut = register(anna, handle).path("token").asText();
    anna.ask("logout", Map.of());
    assertThat(anna.awaitClose()).isEqualTo(1000);
    FrameClient second = open(stack);
    String takenOver = login(second, handle, false).path("token").asText();

    // When
    login(open(stack), handle, true);

    // Then
    assertThat(second.awaitClose()).isEqualTo(4001);
    for (String token : List.of(loggedOut, takenOver, takenOver + "x", "nonsense")) {
      JsonNode refused = open(stack).ask("resume", Map.of("token", token));
      assertThat(refused.path("code").asText()).isEqualTo("bad_credentials");
    }
  }

  @Test
  void refusesForeignPagesAndOtherProtocols(Doors stack) {
    assertThatThrownBy(() ->
            FrameClient.open(stack.frames(), Map.of("Origin", "https://evil.example"), "parley.v1"))
        .satisfies(e -> assertThat(status(e)).isEqualTo(403));
    assertThatThrownBy(() -> FrameClient.open(stack.frames(), Map.of(), null))
        .satisfies(e -> assertThat(status(e)).isEqualTo(400));
  }

  @Test
  void closesOnAFrameThatIsTooLarge(Doors stack) {
    // Given
    FrameClient client = open(stack);

    // When
    client.sendText("{\"type\":\"login\",\"pad\":\"" + "x".repeat(64 * 1024) + "\"}");

    // Then
    assertThat(client.awaitClose()).isEqualTo(1009);
  }

  @Test
  void whoDoesNotReadIsDroppedAndMissesNothing(People people, Doors stack) {
    // Given
    Person writer = people.busy().login();
    String handle = People.unique("reader");
    FrameClient reader = open(stack);
    String token = register(reader, handle).path("token").asText();
    reader.stopReading();

    // When
    long sent = writeUntilDropped(writer, handle);
    FrameClient again = open(stack);
    again.ask("resume", Map.of("token", token));

    // Then
    List<Long> seqs = new ArrayList<>();
    while (seqs.size() < sent) {
      JsonNode message = again.awaitEvent("message");
      if (message.path("from").asText().equals(writer.handle())) {
        seqs.add(message.path("seq").asLong());
      }
    }
    assertThat(seqs).containsExactlyElementsOf(LongStream.rangeClosed(1, sent).boxed().toList());
  }

  @Test
  void tellsWhoIsAwayWhoIsTypingAndWhoWasHereWhen(Doors stack) {
    // Given
    FrameClient anna = open(stack);
    FrameClient bert = open(stack);
    String annasHandle = People.unique("anna");
    String bertsHandle = People.unique("bert");
    register(anna, annasHandle);
    register(bert, bertsHandle);
    String conversation = say(bert, annasHandle, "hello").path("conversation").asText();
    anna.awaitEvent("message");

    // When
    bert.send("typing", Map.of("conversation", conversation));
    bert.send("away", Map.of("away", true));

    // Then
    assertThat(anna.awaitEvent("typing").path("user").asText()).isEqualTo(bertsHandle);
    assertThat(awaitState(anna, bertsHandle, "away")).isEqualTo("away");
    assertThat(anna.ask("ping", Map.of("user", bertsHandle)).path("state").asText())
        .isEqualTo("away");

    // When
    bert.ask("logout", Map.of());

    // Then
    assertThat(awaitState(anna, bertsHandle, "offline")).isEqualTo("offline");
    assertThat(anna.ask("ping", Map.of("user", bertsHandle)).path("lastSeen").asText())
        .endsWith("Z");
  }

  private static String awaitState(FrameClient client, String handle, String state) {
    while (true) {
      JsonNode presence = client.awaitEvent("presence");
      if (presence.path("user").asText().equals(handle)
          && presence.path("state").asText().equals(state)) {
        return state;
      }
    }
  }

  /// A reader that is still catching up is given half a minute to read; the drop shows when the
  /// gateway has waited in vain for it to take the close frame.
  private static long writeUntilDropped(Person writer, String reader) {
    for (int sent = PIPELINED; sent <= MESSAGES; sent += PIPELINED) {
      for (int i = 0; i < PIPELINED; i++) {
        writer.client().send("message " + reader + " " + LONG_TEXT);
      }
      for (int i = 0; i < PIPELINED; i++) {
        assertThat(writer.client().awaitReply().isOk()).isTrue();
      }
      if (hasLeft(writer, reader)) {
        return sent;
      }
    }
    await().atMost(Duration.ofSeconds(60)).until(() -> hasLeft(writer, reader));
    return MESSAGES;
  }

  private static boolean hasLeft(Person watcher, String who) {
    String farewell = "* leave " + who;
    return watcher.client().events().stream().anyMatch(event -> event.line().equals(farewell));
  }

  private static List<String> texts(FrameClient client, int count) {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      JsonNode message = client.awaitEvent("message");
      texts.add(message.path("seq").asLong() + " " + message.path("text").asText());
    }
    return texts;
  }

  private static JsonNode say(FrameClient client, String to, String text) {
    JsonNode answer = client.ask("send", Map.of("to", "@" + to, "text", text, "clientId", text));
    assertThat(answer.path("type").asText()).as("%s", answer).isEqualTo("ok");
    return answer;
  }

  private JsonNode register(FrameClient client, String handle) {
    JsonNode answer = client.ask("register", Map.of("user", handle, "password", password));
    assertThat(answer.path("type").asText()).as("%s", answer).isEqualTo("ok");
    return answer;
  }

  private JsonNode login(FrameClient client, String handle, boolean takeover) {
    JsonNode answer =
        client.ask("login", Map.of("user", handle, "password", password, "takeover", takeover));
    assertThat(answer.path("type").asText()).as("%s", answer).isEqualTo("ok");
    return answer;
  }

  private FrameClient open(Doors stack) {
    FrameClient client = FrameClient.open(stack.frames());
    clients.add(client);
    return client;
  }

  private static int status(Throwable e) {
    return e instanceof CompletionException
            && e.getCause() instanceof WebSocketHandshakeException refused
        ? refused.getResponse().statusCode()
        : 0;
  }
}
