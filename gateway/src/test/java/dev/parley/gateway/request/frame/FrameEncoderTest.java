package dev.parley.gateway.request.frame;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.ErrorCode;
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
import dev.parley.gateway.door.Event;
import dev.parley.gateway.door.Reply;
import dev.parley.gateway.hop.Hop;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class FrameEncoderTest {
  private static final long AT = 1_700_000_000_123L;
  private static final String TIME = "\"2023-11-14T22:13:20.123Z\"";

  @ParameterizedTest
  @MethodSource("replies")
  void writesEveryAnswer(Reply reply, String fields) {
    String json = text(FrameEncoder.INSTANCE.encode(new FrameId("\"r1\""), reply));

    String type = reply instanceof Reply.Failed ? "error" : "ok";
    assertThat(json)
        .isEqualTo("{\"type\":\"" + type + "\",\"id\":\"r1\"" + quoted(fields, ",") + "}");
  }

  static Stream<Arguments> replies() {
    MessageState state =
        new MessageState(4, 9, AT, false, true, Map.of("+1", List.of("alice", "bob")));
    return Stream.of(
        Arguments.of(
            new Reply.Failed(ErrorCode.LOCKED, "wait", 57),
            "'code':'locked','message':'wait','detail':57"),
        Arguments.of(
            new Reply.Failed(ErrorCode.NOT_MEMBER, "no \"way\""),
            "'code':'not_member','message':'no \\'way\\''"),
        Arguments.of(
            new Reply.LoggedIn("alice", Role.MEMBER, "a.b.c", AT),
            "'user':'alice','role':'member','token':'a.b.c','expiresAt':TIME"),
        Arguments.of(
            new Reply.LoggedIn("alice", Role.MODERATOR, null, 0),
            "'user':'alice','role':'moderator'"),
        Arguments.of(new Reply.Registered("alice"), "'user':'alice'"),
        Arguments.of(
            new Reply.Posted("@alice+bob", "alice", false, 7, AT),
            "'conversation':'@alice+bob','seq':7,'at':TIME"),
        Arguments.of(
            new Reply.Posted("@alice+bob", "alice", false, 7, AT, FILE),
            "'conversation':'@alice+bob','seq':7,'at':TIME," + FILE_FIELDS),
        Arguments.of(
            new Reply.Changed(EntryKind.EDITED, "#team", "alice", 8, AT),
            "'conversation':'#team','seq':8,'at':TIME"),
        Arguments.of(
            new Reply.History(
                "#team", "alice", List.of(message(4), message(5)), Map.of(4L, state), true),
            "'conversation':'#team','messages':["
                + "{'seq':4,'at':TIME,'from':'bob','text':'hi','replyTo':2,'edited':TIME,"
                + "'reactions':{'+1':['alice','bob']},'pinned':true,'changed':9},"
                + "{'seq':5,'at':TIME,'from':'bob','text':'hi','replyTo':2}],'more':true"),
        Arguments.of(
            new Reply.Pinned(
                "#team",
                "alice",
                List.of(message(4)),
                Map.of(4L, new MessageState(4, 9, null, true, false, Map.of()))),
            "'messages':[{'seq':4,'at':TIME,'from':'bob','text':'hi','replyTo':2,'deleted':true,"
                + "'changed':9}]"),
        Arguments.of(
            new Reply.Edits(List.of(new Edit(4, AT, "a"))),
            "'edits':[{'seq':4,'at':TIME,'text':'a'}]"),
        Arguments.of(
            new Reply.Traced("#team", "alice", 4, new EnumMap<>(Map.of(Hop.PUBLISHED, AT))),
            "'conversation':'#team','seq':4,'hops':[{'hop':'published','at':TIME}]"),
        Arguments.of(
            new Reply.Found("alice", List.of(new SearchResult("#team", message(4), null)), "n"),
            "'results':[{'conversation':'#team','seq':4,'at':TIME,'from':'bob','text':'hi',"
                + "'replyTo':2}],'next':'n'"),
        Arguments.of(
            new Reply.Conversations(
                "alice",
                List.of(
                    new ConversationSummary("#lobby", 9, 8, 7, 0),
                    new ConversationSummary("#team", 9, 8, 7, 3, true, 2, 1)),
                List.of("eve")),
            "'conversations':[{'id':'#lobby','kind':'lobby','open':false,'members':0,'head':9,"
                + "'given':8,'read':7,'unread':0,'mentions':0},"
                + "{'id':'#team','kind':'group','open':true,'members':3,'head':9,"
                + "'given':8,'read':7,'unread':2,'mentions':1}],'blocked':['eve']"),
        Arguments.of(
            new Reply.Keys(List.of(new SshKey("ssh-ed25519", "SHA256:a", "n", AT))),
            "'keys':[{'fingerprint':'SHA256:a','keyType':'ssh-ed25519','name':'n','addedAt':TIME}]"),
        Arguments.of(new Reply.GroupEntered("#team"), "'conversation':'#team'"),
        Arguments.of(
            new Reply.GroupChanged(Reply.GroupChange.ADD, "#team"), "'conversation':'#team'"),
        Arguments.of(
            new Reply.Members("#team", List.of("alice", "bob"), List.of()),
            "'members':['alice','bob'],'muted':[]"),
        Arguments.of(
            new Reply.Members(
                "#team",
                List.of("alice", "bob"),
                List.of(new MutedMember("alice", null), new MutedMember("bob", AT))),
            "'members':['alice','bob'],'muted':[{'user':'alice'},{'user':'bob','until':TIME}]"),
        Arguments.of(
            new Reply.Groups(List.of(new GroupSummary("#team", 2))),
            "'groups':[{'group':'#team','members':2}]"),
        Arguments.of(
            new Reply.Online(List.of(new OnlineAccount("bob", "ws", AT))),
            "'users':[{'user':'bob','door':'ws','since':TIME,'state':'online'}]"),
        Arguments.of(
            new Reply.Recent(List.of(new RecentAccount("bob", AT, true))),
            "'users':[{'user':'bob','lastLogin':TIME,'online':true}]"),
        Arguments.of(
            new Reply.Pinged("bob", Reply.Reachability.BLOCKED), "'user':'bob','state':'blocked'"),
        Arguments.of(
            new Reply.Pinged("bob", Reply.Reachability.OFFLINE, AT),
            "'user':'bob','state':'offline','lastSeen':TIME"),
        Arguments.of(
            new Reply.Pinged("bob", Reply.Reachability.AWAY), "'user':'bob','state':'away'"),
        Arguments.of(new Reply.BlockChanged("bob", true), "'user':'bob'"),
        Arguments.of(new Reply.PasswordChanged(), ""),
        Arguments.of(new Reply.LoggedOut(), ""),
        Arguments.of(new Reply.Done(), ""));
  }

  @ParameterizedTest
  @MethodSource("entries")
  void writesEveryEntry(EntryKind kind, String subject, Long target, String fields) {
    Entry entry = new Entry(7, AT, kind, "bob", "c1", subject, "hi\n", target);

    String json = text(FrameEncoder.INSTANCE.encode("#team", entry, "alice"));

    assertThat(json).isEqualTo(fields.isEmpty() ? "" : "{" + quoted(fields, "") + "}");
  }

  static Stream<Arguments> entries() {
    String place = "'conversation':'#team','seq':7,'at':TIME,";
    return Stream.of(
        Arguments.of(
            EntryKind.MESSAGE,
            null,
            null,
            "'type':'message'," + place + "'from':'bob','text':'hi\\n'"),
        Arguments.of(
            EntryKind.MESSAGE,
            null,
            3L,
            "'type':'message'," + place + "'from':'bob','text':'hi\\n','replyTo':3"),
        Arguments.of(
            EntryKind.EDITED,
            null,
            3L,
            "'type':'edit'," + place + "'from':'bob','target':3,'text':'hi\\n'"),
        Arguments.of(
            EntryKind.DELETED, null, 3L, "'type':'delete'," + place + "'from':'bob','target':3"),
        Arguments.of(
            EntryKind.REACTED,
            null,
            3L,
            "'type':'react',"
                + place
                + "'from':'bob','target':3,'reaction':'hi\\n','removed':false"),
        Arguments.of(
            EntryKind.UNREACTED,
            null,
            3L,
            "'type':'react',"
                + place
                + "'from':'bob','target':3,'reaction':'hi\\n','removed':true"),
        Arguments.of(
            EntryKind.UNPINNED,
            null,
            3L,
            "'type':'pin'," + place + "'from':'bob','target':3,'removed':true"),
        Arguments.of(
            EntryKind.ENCRYPTED,
            null,
            null,
            "'type':'encryption'," + place + "'from':'bob','encrypted':true"),
        Arguments.of(
            EntryKind.UNENCRYPTED,
            null,
            null,
            "'type':'encryption'," + place + "'from':'bob','encrypted':false"),
        Arguments.of(
            EntryKind.ADDED,
            "eve",
            null,
            "'type':'member'," + place + "'user':'eve','change':'added','by':'bob'"),
        Arguments.of(
            EntryKind.ADDED_TO, "#new", null, "'type':'added','conversation':'#new','by':'bob'"),
        Arguments.of(
            EntryKind.REMOVED_FROM,
            "#new",
            null,
            "'type':'removed','conversation':'#new','by':'bob'"),
        Arguments.of(EntryKind.BLOCKED, "eve", null, ""));
  }

  @ParameterizedTest
  @CsvSource({
    "MUTED, 1700000000123, false, ',\"until\":\"2023-11-14T22:13:20.123Z\"'",
    "MUTED, , false, ''",
    "UNMUTED, , true, ''"
  })
  void saysWhoMayNotWriteAndUntilWhen(
      EntryKind kind, @Nullable String text, boolean removed, String until) {
    Entry entry = new Entry(7, AT, kind, "bob", "c1", "eve", text);

    assertThat(text(FrameEncoder.INSTANCE.encode("#team", entry, "alice")))
        .isEqualTo(
            "{"
                + quoted(
                    "'type':'mute','conversation':'#team','seq':7,'at':TIME,'user':'eve','by':'bob'",
                    "")
                + ",\"removed\":"
                + removed
                + until
                + "}");
  }

  private static final Attachment FILE =
      new Attachment("0".repeat(32), "a b.png", 5, "image/png", "f".repeat(64));
  private static final String FILE_FIELDS =
      "'attachment':{'id':'%s','name':'a b.png','size':5,'mediaType':'image/png','sha256':'%s'}"
          .formatted("0".repeat(32), "f".repeat(64));

  @Test
  void tellsOfTheFileOfAMessage() {
    Entry entry = new Entry(7, AT, EntryKind.MESSAGE, "bob", "c1", null, "hi", null, FILE);

    assertThat(text(FrameEncoder.INSTANCE.encode("#team", entry, "")))
        .contains(FILE_FIELDS.replace('\'', '"'));
  }

  /// Whoever withdraws a message does not tell what its file was.
  @Test
  void tellsNothingOfTheFileOfAWithdrawnMessage() {
    String file = "0".repeat(32);
    Entry entry = new Entry(8, AT, EntryKind.DELETED, "bob", "c2", file, null, 7L);

    assertThat(text(FrameEncoder.INSTANCE.encode("#team", entry, ""))).doesNotContain(file);
  }

  @Test
  void tellsTheClientIdToItsAuthorOnly() {
    Entry entry = new Entry(7, AT, EntryKind.MESSAGE, "bob", "c1", null, "hi");

    assertThat(text(FrameEncoder.INSTANCE.encode("#team", entry, "bob")))
        .contains("\"clientId\":\"c1\"");
    assertThat(text(FrameEncoder.INSTANCE.encode("#team", entry, ""))).doesNotContain("c1");
  }

  @ParameterizedTest
  @MethodSource("events")
  void writesEveryEvent(Event event, String fields) {
    String json = text(FrameEncoder.INSTANCE.encode(event));

    assertThat(json).isEqualTo(fields.isEmpty() ? "" : "{" + quoted(fields, "") + "}");
  }

  static Stream<Arguments> events() {
    return Stream.of(
        Arguments.of(new Event.Offline(3), ""),
        Arguments.of(new Event.Came("bob"), "'type':'presence','user':'bob','state':'online'"),
        Arguments.of(new Event.Went("bob"), "'type':'presence','user':'bob','state':'offline'"),
        Arguments.of(new Event.Away("bob", true), "'type':'presence','user':'bob','state':'away'"),
        Arguments.of(
            new Event.Away("bob", false), "'type':'presence','user':'bob','state':'online'"),
        Arguments.of(
            new Event.Typing("#team", "bob"),
            "'type':'typing','conversation':'#team','user':'bob'"),
        Arguments.of(
            new Event.Notice("shutdown", "bye"), "'type':'notice','text':'bye','code':'shutdown'"));
  }

  private static Entry message(long seq) {
    return new Entry(seq, AT, EntryKind.MESSAGE, "bob", "c" + seq, null, "hi", 2L);
  }

  private static String quoted(String fields, String before) {
    return fields.isEmpty()
        ? ""
        : before + fields.replace("\\'", "\\\"").replace('\'', '"').replace("TIME", TIME);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
