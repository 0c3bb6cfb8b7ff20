package dev.parley.gateway.request.frame;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.parley.contracts.conversation.Attachment;
import dev.parley.contracts.conversation.Entry;
import dev.parley.contracts.conversation.EntryKind;
import dev.parley.gateway.door.Event;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yaml.snakeyaml.Yaml;

/// `docs/asyncapi.yaml` says what the parser takes and the encoder writes, and nothing else.
class AsyncApiTest {
  private static final Path FILE = Path.of("..", "docs", "asyncapi.yaml");
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private static JsonNode document = MAPPER.createObjectNode();

  @BeforeAll
  static void read() throws IOException {
    try (Reader text = Files.newBufferedReader(FILE)) {
      document = MAPPER.valueToTree(new Yaml().load(text));
    }
  }

  @Test
  void namesEveryRequestAndNoOther() {
    assertThat(messages("Request"))
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(FrameRequest.values()).map(FrameRequest::type).toList());
  }

  @ParameterizedTest
  @EnumSource
  void describesTheFieldsOfEveryRequest(FrameRequest request) {
    // Given
    Fields fields = new Fields(Map.of());
    request.read(fields);

    // Then
    JsonNode payload = payload(request.type() + "Request");
    Set<String> required =
        fields.asked().entrySet().stream()
            .filter(Map.Entry::getValue)
            .map(Map.Entry::getKey)
            .collect(Collectors.toSet());
    assertThat(properties(payload)).isEqualTo(with(fields.asked().keySet(), "type", "id"));
    assertThat(required(payload)).isEqualTo(with(required, "type"));
  }

  @Test
  void describesTheFieldsOfEveryEvent() throws IOException {
    // Given
    Map<String, Set<String>> all = new HashMap<>();
    Map<String, Set<String>> always = new HashMap<>();
    for (byte[] sample : samples().toList()) {
      JsonNode event = MAPPER.readTree(sample);
      String type = event.path("type").asText();
      Set<String> names = new HashSet<>();
      event.fieldNames().forEachRemaining(names::add);
      all.computeIfAbsent(type, _ -> new HashSet<>()).addAll(names);
      always.computeIfAbsent(type, _ -> new HashSet<>(names)).retainAll(names);
    }

    // Then
    assertThat(messages("Event")).containsExactlyInAnyOrderElementsOf(all.keySet());
    all.forEach((type, names) -> {
      assertThat(properties(payload(type + "Event"))).as(type).isEqualTo(names);
      assertThat(required(payload(type + "Event"))).as(type).isEqualTo(always.get(type));
    });
  }

  private static final Attachment ATTACHMENT =
      new Attachment("0".repeat(32), "a.txt", 1, "text/plain", "0".repeat(64));

  private static Stream<byte[]> samples() {
    Stream<byte[]> entries =
        Arrays.stream(EntryKind.values())
            .flatMap(kind ->
                Stream.of(
                    new Entry(7, 1, kind, "bob", "c", "eve", text(kind), 3L),
                    new Entry(7, 1, kind, "bob", "c", "eve", text(kind), 3L, ATTACHMENT),
                    new Entry(7, 1, kind, "eve", "c", "eve", noEnd(kind), kind(kind))))
            .map(entry -> FrameEncoder.INSTANCE.encode("#team", entry, "eve"));
    Stream<byte[]> events =
        List.of(
                new Event.Came("bob"),
                new Event.Went("bob"),
                new Event.Away("bob", true),
                new Event.Typing("#team", "bob"),
                new Event.Notice("code", "text"))
            .stream()
            .map(FrameEncoder.INSTANCE::encode);
    return Stream.concat(entries, events).filter(bytes -> bytes.length > 0);
  }

  private static String text(EntryKind kind) {
    return kind == EntryKind.MUTED ? "1700000000123" : "hi";
  }

  private static @Nullable String noEnd(EntryKind kind) {
    return kind == EntryKind.MUTED ? null : "hi";
  }

  /// Every change has a target; a message has one only if it answers another.
  private static @Nullable Long kind(EntryKind kind) {
    return kind == EntryKind.MESSAGE ? null : 3L;
  }

  private static List<String> messages(String suffix) {
    Set<String> names = new HashSet<>();
    document.path("components").path("messages").fieldNames().forEachRemaining(names::add);
    return names.stream()
        .filter(name -> name.endsWith(suffix))
        .map(name -> name.substring(0, name.length() - suffix.length()))
        .toList();
  }

  private static JsonNode payload(String message) {
    return document.path("components").path("messages").path(message).path("payload");
  }

  private static Set<String> properties(JsonNode payload) {
    Set<String> names = new HashSet<>();
    payload.path("properties").fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static Set<String> required(JsonNode payload) {
    Set<String> names = new HashSet<>();
    payload.path("required").forEach(name -> names.add(name.asText()));
    return names;
  }

  private static Set<String> with(Set<String> names, String... more) {
    Set<String> all = new HashSet<>(names);
    all.addAll(List.of(more));
    return all;
  }
}
