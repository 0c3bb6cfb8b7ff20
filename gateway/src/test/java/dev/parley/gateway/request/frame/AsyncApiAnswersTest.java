package dev.parley.gateway.request.frame;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.parley.contracts.auth.Role;
import dev.parley.contracts.conversation.Attachment;
import dev.parley.contracts.conversation.Entry;
import dev.parley.contracts.conversation.EntryKind;
import dev.parley.contracts.delivery.ConversationSummary;
import dev.parley.contracts.delivery.Edit;
import dev.parley.contracts.delivery.GroupSummary;
import dev.parley.contracts.delivery.MessageState;
import dev.parley.contracts.delivery.MutedMember;
import dev.parley.contracts.delivery.OnlineAccount;
import dev.parley.contracts.delivery.RecentAccount;
import dev.parley.contracts.delivery.SearchResult;
import dev.parley.contracts.delivery.SshKey;
import dev.parley.gateway.door.Reply;
import dev.parley.gateway.hop.Hop;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yaml.snakeyaml.Yaml;

/// `docs/asyncapi.yaml` says what each request is answered with, to the last field of the last row.
class AsyncApiAnswersTest {
  private static final Path FILE = Path.of("..", "docs", "asyncapi.yaml");
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final long AT = 1_700_000_000_123L;
  private static final Attachment ATTACHMENT =
      new Attachment("0".repeat(32), "a.txt", 1, "text/plain", "0".repeat(64));

  /// Its names are what people reacted with.
  private static final String FREE_NAMES = ".reactions";

  private static JsonNode document = MAPPER.createObjectNode();

  @BeforeAll
  static void read() throws IOException {
    try (Reader text = Files.newBufferedReader(FILE)) {
      document = MAPPER.valueToTree(new Yaml().load(text));
    }
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"RECEIVED", "AWAY", "TYPING"})
  void describesTheAnswerOfEveryRequest(FrameRequest request) throws IOException {
    // Given
    Shape seen = new Shape();
    for (Reply reply : answers(request)) {
      seen.add(MAPPER.readTree(FrameEncoder.INSTANCE.encode(new FrameId("1"), reply)), "");
    }

    // Then
    Shape described = new Shape();
    described.describe(message(request).path("x-answer"), "payload", "");
    assertThat(described.all).isEqualTo(seen.all);
    assertThat(described.always.entrySet())
        .allSatisfy(place -> {
          // The id is left out where the request had none.
          Set<String> always = new HashSet<>(seen.always.getOrDefault(place.getKey(), Set.of()));
          if (place.getKey().isEmpty()) {
            always.remove("id");
          }
          assertThat(place.getValue()).as(place.getKey()).isEqualTo(always);
        });
  }

  @ParameterizedTest
  @EnumSource(names = {"RECEIVED", "AWAY", "TYPING"})
  void namesNoAnswerWhereThereIsNone(FrameRequest request) {
    assertThat(message(request).has("x-answer")).isFalse();
  }

  private static JsonNode message(FrameRequest request) {
    return document.path("components").path("messages").path(request.type() + "Request");
  }

  private static List<Reply> answers(FrameRequest request) {
    return switch (request) {
      case REGISTER, LOGIN, RESUME ->
          List.of(
              new Reply.LoggedIn("alice", Role.MEMBER, "a.b.c", AT),
              new Reply.LoggedIn("alice", Role.MEMBER, null, 0));
      case CHANGE_PASSWORD -> List.of(new Reply.PasswordChanged());
      case KEYS -> List.of(new Reply.Keys(List.of(new SshKey("ssh-ed25519", "SHA256:a", "n", AT))));
      case ADD_KEY, REMOVE_KEY -> List.of(new Reply.KeyChanged(true));
      case DEVICES -> List.of(new Reply.Devices("alice", List.of("a"), List.of("b")));
      case LINK_DEVICE, REQUEST_DEVICE, READ, RECEIVED, AWAY, TYPING -> List.of(new Reply.Done());
      case LOGOUT -> List.of(new Reply.LoggedOut());
      case SEND ->
          List.of(
              new Reply.Posted("#team", "alice", false, 7, AT),
              new Reply.Posted("#team", "alice", false, 7, AT, ATTACHMENT));
      case EDIT, DELETE, REACT, PIN, ENCRYPT ->
          List.of(new Reply.Changed(EntryKind.EDITED, "#team", "alice", 8, AT));
      case HISTORY ->
          List.of(new Reply.History("#team", "alice", MESSAGES, Map.of(4L, STATE, 6L, GONE), true));
      case PINNED ->
          List.of(new Reply.Pinned("#team", "alice", MESSAGES, Map.of(4L, STATE, 6L, GONE)));
      case EDITS -> List.of(new Reply.Edits(List.of(new Edit(4, AT, "a"))));
      case TRACE ->
          List.of(new Reply.Traced("#team", "alice", 4, new EnumMap<>(Map.of(Hop.PUBLISHED, AT))));
      case SEARCH ->
          List.of(
              new Reply.Found(
                  "alice", MESSAGES.stream().map(AsyncApiAnswersTest::hit).toList(), "n"),
              new Reply.Found("alice", List.of(), null));
      case CONVERSATIONS -> List.of(new Reply.Conversations("alice", SUMMARIES, List.of("eve")));
      case CREATE_GROUP, JOIN_GROUP -> List.of(new Reply.GroupEntered("#team"));
      case LEAVE, ADD_MEMBERS, REMOVE_MEMBER, MUTE_MEMBER, UNMUTE_MEMBER ->
          List.of(new Reply.GroupChanged(Reply.GroupChange.ADD, "#team"));
      case MEMBERS ->
          List.of(
              new Reply.Members(
                  "#team",
                  List.of("alice"),
                  List.of(new MutedMember("alice", null), new MutedMember("bob", AT))));
      case GROUPS -> List.of(new Reply.Groups(List.of(new GroupSummary("#team", 2))));
      case WHO_ELSE -> List.of(new Reply.Online(List.of(new OnlineAccount("bob", "ws", AT))));
      case WHO_LAST_HOUR -> List.of(new Reply.Recent(List.of(new RecentAccount("bob", AT, true))));
      case PING ->
          List.of(
              new Reply.Pinged("bob", Reply.Reachability.ONLINE),
              new Reply.Pinged("bob", Reply.Reachability.OFFLINE, AT));
      case BLOCK, UNBLOCK -> List.of(new Reply.BlockChanged("bob", true));
    };
  }

  private static final MessageState STATE =
      new MessageState(4, 9, AT, false, true, Map.of("+1", List.of("alice")));
  private static final MessageState GONE = new MessageState(6, 9, null, true, false, Map.of());
  private static final List<Entry> MESSAGES =
      List.of(
          new Entry(4, AT, EntryKind.MESSAGE, "bob", "c4", null, "hi", 2L, ATTACHMENT),
          new Entry(5, AT, EntryKind.MESSAGE, "bob", "c5", null, "hi"),
          new Entry(6, AT, EntryKind.MESSAGE, "bob", "c6", null, ""));
  private static final List<ConversationSummary> SUMMARIES =
      List.of(
          new ConversationSummary("#team", 9, 8, 7, 3, true, 2, 1),
          new ConversationSummary("@alice+bob", 9, 8, 7, 2, false, 2, 1, true));

  private static SearchResult hit(Entry message) {
    return new SearchResult(
        "#team", message, message.seq() == 4 ? STATE : message.seq() == 6 ? GONE : null);
  }

  /// Which fields there are at each place, and which of them always.
  private static final class Shape {
    private final Map<String, Set<String>> all = new HashMap<>();
    private final Map<String, Set<String>> always = new HashMap<>();

    private void add(JsonNode value, String place) {
      if (place.endsWith(FREE_NAMES)) {
        return;
      }
      if (value.isObject()) {
        Set<String> names = new HashSet<>();
        value.fieldNames().forEachRemaining(names::add);
        all.computeIfAbsent(place, _ -> new HashSet<>()).addAll(names);
        always.computeIfAbsent(place, _ -> new HashSet<>(names)).retainAll(names);
        names.forEach(name -> add(value.path(name), place + "." + name));
      }
      value
          .elements()
          .forEachRemaining(element -> {
            if (value.isArray()) {
              add(element, place + "[]");
            }
          });
    }

    private void describe(JsonNode parent, String field, String place) {
      describe(resolved(parent).path(field), place);
    }

    private void describe(JsonNode schema, String place) {
      JsonNode known = resolved(schema);
      known.path("allOf").forEach(part -> describe(part, place));
      if (known.has("properties")) {
        Set<String> names = all.computeIfAbsent(place, _ -> new HashSet<>());
        known.path("properties").fieldNames().forEachRemaining(names::add);
        Set<String> required = always.computeIfAbsent(place, _ -> new HashSet<>());
        known.path("required").forEach(name -> required.add(name.asText()));
        known
            .path("properties")
            .fields()
            .forEachRemaining(each -> describe(each.getValue(), place + "." + each.getKey()));
      }
      if (known.has("items")) {
        describe(known.path("items"), place + "[]");
      }
    }

    private static JsonNode resolved(JsonNode schema) {
      String reference = schema.path("$ref").asText();
      return reference.isEmpty() ? schema : document.at(reference.substring(1));
    }
  }
}
