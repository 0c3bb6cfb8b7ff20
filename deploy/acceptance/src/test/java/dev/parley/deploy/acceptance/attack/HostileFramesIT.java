package dev.parley.deploy.acceptance.attack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.deploy.acceptance.frame.FrameClient;
import dev.parley.deploy.acceptance.people.OnParley;
import dev.parley.deploy.acceptance.people.People;
import dev.parley.deploy.acceptance.people.Person;
import dev.parley.deploy.acceptance.stack.ParleyStack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What a person who is logged in may try with frames of its own making.
@OnParley
class HostileFramesIT {
  private static final String HUGE = "x".repeat(60_000);

  private static FrameClient open(ParleyStack stack, String handle) {
    FrameClient client = FrameClient.open(stack.frames());
    JsonNode answer = client.ask("register", Map.of("user", handle, "password", People.password()));
    assertThat(answer.path("type").asText()).as("%s", answer).isEqualTo("ok");
    return client;
  }

  /// Every request that asks about a conversation or changes it.
  private static Map<String, Map<String, Object>> requests(String group, String other) {
    Map<String, Map<String, Object>> all = new HashMap<>();
    Map<String, Object> message = Map.of("conversation", "#" + group, "seq", 1, "clientId", "c");
    all.put("send", Map.of("to", "#" + group, "text", "hi", "clientId", "c"));
    all.put("edit", with(message, "text", "hi"));
    all.put("delete", message);
    all.put("react", with(message, "reaction", ":+1:"));
    all.put("pin", message);
    all.put("history", Map.of("conversation", "#" + group));
    all.put("edits", Map.of("conversation", "#" + group, "seq", 1));
    all.put("pinned", Map.of("conversation", "#" + group));
    all.put("read", Map.of("conversation", "#" + group, "seq", 1));
    all.put("addMembers", Map.of("group", group, "users", List.of(other)));
    all.put("removeMember", Map.of("group", group, "users", List.of(other)));
    all.put("members", Map.of("group", group));
    all.put("leave", Map.of("group", group));
    all.put("search", Map.of("query", "secret in:#" + group));
    return all;
  }

  private static Map<String, Object> with(Map<String, Object> fields, String name, Object value) {
    Map<String, Object> more = new HashMap<>(fields);
    more.put(name, value);
    return more;
  }

  /// Case A11: an outsider gets the same answer to every request as for a group that is not there.
  @Test
  void aClosedGroupLooksLikeNoneToOutsiders(People people, ParleyStack stack) {
    // Given
    Person anna = people.online("anna");
    String group = People.unique("secret");
    String nowhere = People.unique("secret");
    anna.must("create group " + group);
    anna.tellGroup(group, "a secret");
    try (FrameClient dora = open(stack, People.unique("dora"))) {
      requests(group, anna.handle())
          .forEach((type, fields) -> {
            // When
            JsonNode ofGroup = dora.ask(type, fields);
            JsonNode ofNothing =
                dora.ask(type, requests(nowhere, anna.handle()).getOrDefault(type, Map.of()));

            // Then
            assertThat(withoutIds(ofGroup, group))
                .as(type)
                .isEqualTo(withoutIds(ofNothing, nowhere));
          });
      assertThat(dora.ask("search", Map.of("query", "secret")).path("results")).isEmpty();
      assertThat(dora.ask("groups", Map.of()).toString()).doesNotContain(group);
      assertThat(dora.ask("conversations", Map.of()).toString()).doesNotContain(group);
    }
  }

  private static String withoutIds(JsonNode answer, String group) {
    return answer.toString().replaceAll("\"id\":\\d+", "").replace(group, "GROUP");
  }

  /// Case A14: the sender is who is logged in, whatever a frame says.
  @Test
  void nobodySpeaksInTheNameOfAnother(People people, ParleyStack stack) {
    // Given
    Person anna = people.online("anna");
    Person carl = people.registered("carl");
    String dora = People.unique("dora");
    try (FrameClient client = open(stack, dora)) {
      // When
      client.ask(
          "send",
          Map.of(
              "to",
              "@" + anna,
              "text",
              "trust me",
              "clientId",
              "c",
              "from",
              carl.handle(),
              "sender",
              carl.handle(),
              "account",
              Map.of("user", carl.handle())));

      // Then
      assertThat(anna.awaitMessage("trust me").author()).isEqualTo(dora);
      assertThat(
              client
                  .ask("send", Map.of("to", "@" + anna + "+" + carl, "text", "x", "clientId", "d"))
                  .path("type")
                  .asText())
          .isEqualTo("error");
    }
  }

  /// Case D20: no field takes a text of any length, and D23: nor anything else than its type.
  @Test
  void everyFieldHasALimitAndAType(People people, ParleyStack stack) {
    // Given
    Person anna = people.online("anna");
    String group = People.unique("team");
    try (FrameClient dora = open(stack, People.unique("dora"))) {
      dora.ask("createGroup", Map.of("group", group, "users", List.of(anna.handle())));
      Map<String, Map<String, Object>> all = requests(group, anna.handle());
      all.put("createGroup", Map.of("group", People.unique("team"), "users", List.of()));
      all.put("joinGroup", Map.of("group", group));
      all.put("ping", Map.of("user", anna.handle()));
      all.put("block", Map.of("user", anna.handle()));
      all.put("addKey", Map.of("key", "ssh-ed25519 AAAA", "name", "n"));
      all.put("removeKey", Map.of("fingerprint", "SHA256:x"));
      all.put("devices", Map.of("user", anna.handle()));
      all.put("linkDevice", Map.of("link", "cGFybGV5"));
      all.put("requestDevice", Map.of("statement", "cGFybGV5"));
      all.put(
          "encrypt",
          Map.of("conversation", "@" + anna, "encrypted", true, "clientId", People.unique("c")));
      all.put("changePassword", Map.of("oldPassword", "a", "newPassword", "b"));
      all.forEach((type, fields) ->
          fields
              .keySet()
              .forEach(name ->
                  Stream.of(HUGE, Map.of("a", List.of()))
                      .forEach(value -> {
                        // When
                        JsonNode answer = dora.ask(type, with(fields, name, value));

                        // Then
                        assertThat(answer.path("code").asText())
                            .as("%s with %s=%.20s: %.200s", type, name, value, answer)
                            .isNotIn("", "internal", "rate_limited");
                      })));
    }
  }

  /// Case D22: whoever sends nonsense fills no disk.
  @Test
  void nonsenseIsNotWrittenToTheLog(People people, ParleyStack stack) throws IOException {
    // Given
    Path log = stack.home().resolve("logs").resolve("gateway-1.log");
    long before = Files.size(log);

    // When
    for (int i = 0; i < 60; i++) {
      people.stranger().send("\u0001\u001b]0;x\u0007 nonsense " + i);
      try (FrameClient client = FrameClient.open(stack.frames())) {
        client.sendText(i % 2 == 0 ? "{\"type\":[[[" : "y".repeat(70_000));
      }
    }
    people.stranger().ask("help");

    // Then
    assertThat(Files.size(log) - before).isLessThan(6_000);
  }
}
