package dev.parley.deploy.acceptance.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.deploy.acceptance.frame.FrameProgram;
import dev.parley.deploy.acceptance.frame.FrameTalk;
import dev.parley.deploy.acceptance.people.OnParley;
import dev.parley.deploy.acceptance.people.People;
import dev.parley.deploy.acceptance.people.Person;
import dev.parley.deploy.acceptance.secrecy.FileSearch;
import dev.parley.deploy.acceptance.stack.ParleyStack;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Two terminal clients write what the server cannot read; each is a process of the packaged client
/// with a home of its own, and goes away and comes back.
@OnParley
class EncryptedTalkIT {

  private static final String PASSPHRASE = "correct horse";

  private final List<AutoCloseable> open = new ArrayList<>();

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable each : open) {
      each.close();
    }
  }

  @Test
  void whatTheyWriteIsReadByThemOnly(People people, ParleyStack stack) {
    // Given
    Person ann = people.registered("ann");
    Person bob = people.registered("bob");
    Map<String, String> home = home();
    String secret = "budgie-" + UUID.randomUUID();
    FrameTalk atBob = entered(stack, bob, home);
    assertThat(made(atBob)).isEqualTo("active");
    atBob.ask("logout", Map.of());
    FrameTalk atAnn = withKeys(stack, ann);

    // When
    JsonNode sent = atAnn.ask("send", Map.of("to", "@" + bob, "text", secret, "clientId", "m-1"));

    // Then
    assertThat(sent.path("sealed").asText()).isEqualTo("open");
    assertThat(atAnn.awaitEvent("encryption").path("encrypted").asBoolean()).isTrue();

    // When
    FrameTalk again = entered(stack, bob, home);
    JsonNode read = page(again, ann, 1).get(0);

    // Then
    assertThat(read.path("text").asText()).isEqualTo(secret);
    assertThat(read.path("sealed").asText()).isEqualTo("open");

    // When
    long seq = read.path("seq").asLong();
    again.ask("send", Map.of("to", "@" + ann, "text", "answer", "clientId", "r-1", "replyTo", seq));
    atAnn.ask(
        "edit",
        Map.of("conversation", "@" + bob, "seq", seq, "text", "edited " + secret, "clientId", "e"));
    again.ask(
        "react", Map.of("conversation", "@" + ann, "seq", seq, "reaction", "👍", "clientId", "t"));

    // Then
    assertThat(atAnn.awaitEvent("message").path("text").asText()).isEqualTo("answer");
    assertThat(again.awaitEvent("edit").path("text").asText()).isEqualTo("edited " + secret);
    assertThat(page(atAnn, bob, 2))
        .extracting(row -> row.path("text").asText())
        .containsExactly("edited " + secret, "answer");
    JsonNode found = again.ask("search", Map.of("query", "answ"));
    assertThat(found.path("results")).hasSize(1);

    // Then
    FileSearch everything = new FileSearch(stack.home());
    assertThat(everything.filesWith(secret)).isEmpty();
    Person carl = people.online("carl");
    String clear = "parrot-" + UUID.randomUUID();
    carl.must("broadcast " + clear);
    await().untilAsserted(() -> assertThat(everything.filesWith(clear)).isNotEmpty());
  }

  @Test
  void aDoorWithoutKeysIsRefusedClearText(People people, ParleyStack stack) {
    // Given
    Person ann = people.registered("ann");
    Person bob = people.registered("bob");
    FrameTalk atBob = withKeys(stack, bob);
    FrameTalk atAnn = withKeys(stack, ann);
    atAnn.ask("send", Map.of("to", "@" + bob, "text", "in secret", "clientId", "m-1"));
    atBob.ask("logout", Map.of());

    // When
    bob.login();

    // Then
    assertThat(bob.ask("message " + ann + " in clear").code()).isEqualTo("encrypted");
    assertThat(bob.must("history @" + ann).rows())
        .anyMatch(row -> row.endsWith("[encrypted]"))
        .noneMatch(row -> row.contains("in secret"));
  }

  @Test
  void aChangedKeyStopsTheSending(People people, ParleyStack stack) {
    // Given
    Person ann = people.registered("ann");
    Person bob = people.registered("bob");
    FrameTalk atBob = withKeys(stack, bob);
    FrameTalk atAnn = withKeys(stack, ann);
    atAnn.ask("send", Map.of("to", "@" + bob, "text", "one", "clientId", "m-1"));
    atBob.ask("logout", Map.of());
    FrameTalk atThief = entered(stack, bob, home());
    atThief.ask("makeKeys", Map.of("restart", true));

    // When
    atThief.ask("send", Map.of("to", "@" + ann, "text", "trust me", "clientId", "m-2"));

    // Then
    JsonNode message = atAnn.awaitEvent("message");
    assertThat(message.path("text").asText()).isEmpty();
    assertThat(message.path("sealed").asText()).isEqualTo("unknown_device");

    // When
    JsonNode shown = atAnn.ask("encryption", Map.of("user", bob.handle()));
    JsonNode refused = atAnn.ask("send", Map.of("to", "@" + bob, "text", "two", "clientId", "m-3"));
    atAnn.ask("trust", Map.of("user", bob.handle()));
    JsonNode sent = atAnn.ask("send", Map.of("to", "@" + bob, "text", "three", "clientId", "m-4"));

    // Then
    assertThat(shown.path("peer").asText()).isEqualTo("changed");
    assertThat(atAnn.awaitEvent("keyChanged").path("user").asText()).isEqualTo(bob.handle());
    assertThat(refused.path("code").asText()).isEqualTo("key_changed");
    JsonNode opened = atAnn.awaitEvent("opened");
    assertThat(opened.path("target").asLong()).isEqualTo(message.path("seq").asLong());
    assertThat(opened.path("text").asText()).isEqualTo("trust me");
    assertThat(sent.path("sealed").asText()).isEqualTo("open");
    // What came at the login, before there were keys.
    assertThat(atThief.awaitEvent("message").path("text").asText()).isEmpty();
    assertThat(atThief.awaitEvent("message").path("text").asText()).isEqualTo("three");
  }

  private FrameTalk withKeys(ParleyStack stack, Person person) {
    FrameTalk talk = entered(stack, person, home());
    assertThat(made(talk)).isEqualTo("active");
    return talk;
  }

  private FrameTalk entered(ParleyStack stack, Person person, Map<String, String> home) {
    FrameProgram program = FrameProgram.start(PackagedClient.chat(stack, "--json"), home);
    open.add(program);
    FrameTalk talk = program.talk();
    JsonNode answer =
        talk.ask("login", Map.of("user", person.handle(), "password", person.password()));
    assertThat(answer.path("type").asText()).isEqualTo("ok");
    return talk;
  }

  private static String made(FrameTalk talk) {
    return talk.ask("makeKeys", Map.of("name", "terminal")).path("state").asText();
  }

  private static List<JsonNode> page(FrameTalk talk, Person other, int count) {
    JsonNode page = talk.ask("history", Map.of("conversation", "@" + other, "limit", count));
    List<JsonNode> rows = new ArrayList<>();
    page.path("messages").forEach(rows::add);
    assertThat(rows).hasSize(count);
    return rows;
  }

  private static Map<String, String> home() {
    Map<String, String> home = new HashMap<>(PackagedClient.environment());
    home.put("PARLEY_PASSPHRASE", PASSPHRASE);
    return Map.copyOf(home);
  }
}
