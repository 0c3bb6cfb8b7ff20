package dev.parley.cli.machine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.cli.config.Places;
import dev.parley.cli.connection.FakeDoor;
import dev.parley.cli.connection.LinkConfig;
import dev.parley.cli.connection.Loop;
import dev.parley.cli.encryption.key.KeyPlaces;
import dev.parley.cli.frame.Frames;
import io.vertx.core.http.ServerWebSocket;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonChatTest {
  private static final String LOGIN = "{\"type\":\"login\",\"id\":1,\"user\":\"ann\"}\n";

  @TempDir private Path folder;
  private final Loop loop = new Loop(_ -> {});
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private boolean encrypted;
  private final FakeDoor door = new FakeDoor(this::answer);

  @AfterEach
  void close() {
    door.close();
    loop.shutdownNow();
  }

  @Test
  void sendsInTheOrderOfTheProgramWithoutWaitingForAnswers() {
    // When
    boolean well = run(LOGIN + send(2, "@bob", "one") + send(3, "#team", "two"));

    // Then
    assertThat(well).isTrue();
    assertThat(door.heard())
        .filteredOn(each -> each.contains("\"send\""))
        .extracting(each -> Frames.split(each).getFirst().path("text").asText())
        .containsExactly("one", "two");
    assertThat(lines()).contains("\"id\":2").contains("\"id\":3");
  }

  @Test
  void letsNoClearTextLeaveThatFollowsALoginAtOnce() {
    // Given
    encrypted = true;

    // When
    boolean well = run(LOGIN + send(2, "@bob", "in clear"));

    // Then
    assertThat(well).isFalse();
    assertThat(door.heard()).noneMatch(each -> each.contains("in clear"));
    assertThat(lines()).contains("{\"type\":\"error\",\"id\":2,\"code\":\"no_keys\"");
  }

  @Test
  void answersWhatItKnowsItself() {
    // When
    run(LOGIN + "{\"type\":\"encryption\",\"id\":\"e\"}\n");

    // Then
    assertThat(lines()).contains("{\"type\":\"ok\",\"id\":\"e\",\"state\":\"none\"");
    assertThat(door.heard()).noneMatch(each -> each.contains("\"encryption\""));
  }

  private boolean run(String requests) {
    var places = new Places(folder, folder, folder);
    var chat =
        new JsonChat(
            loop,
            LinkConfig.usual(door.uri(), null),
            new KeyPlaces(places, "door", Optional.empty()),
            new PrintStream(out, true, StandardCharsets.UTF_8));
    CompletableFuture.supplyAsync(() -> chat.session().open(), loop)
        .thenCompose(opened -> opened)
        .join();
    return chat.run(new BufferedReader(new StringReader(requests)));
  }

  private void answer(ServerWebSocket socket, String text) {
    JsonNode request = Frames.split(text).getFirst();
    ObjectNode answer = Frames.JSON.createObjectNode().put("type", "ok");
    answer.set("id", request.path("id"));
    switch (request.path("type").asText()) {
      case "login" -> answer.put("user", "ann").put("token", "t");
      case "conversations" ->
          answer
              .putArray("conversations")
              .addObject()
              .put("id", "@ann+bob")
              .put("head", 1)
              .put("encrypted", encrypted);
      default -> answer.put("conversation", "@ann+bob").put("seq", 2).put("at", "now");
    }
    socket.writeTextMessage(answer.toString());
  }

  private static String send(int id, String to, String text) {
    return "{\"type\":\"send\",\"id\":%d,\"to\":\"%s\",\"text\":\"%s\",\"clientId\":\"m-%d\"}\n"
        .formatted(id, to, text, id);
  }

  private String lines() {
    return out.toString(StandardCharsets.UTF_8);
  }
}
