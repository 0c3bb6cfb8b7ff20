package dev.parley.gateway.request.line;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.ErrorCode;
import dev.parley.contracts.SealedText;
import dev.parley.contracts.auth.Role;
import dev.parley.contracts.conversation.Attachment;
import dev.parley.contracts.conversation.Entry;
import dev.parley.contracts.conversation.EntryKind;
import dev.parley.contracts.delivery.ConversationEntries;
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
import dev.parley.gateway.door.Reply.GroupChange;
import dev.parley.gateway.door.Reply.Reachability;
import dev.parley.gateway.hop.Hop;
import dev.parley.gateway.request.WireTime;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LineEncoderTest {
  private static final long AT = 1_763_642_096_007L;
  private static final String TIME = "2025-11-20T12:34:56.007Z";
  private static final String END = "2023-11-14T22:13:20.000Z";

  @ParameterizedTest
  @MethodSource("replies")
  void writesEveryReply(Reply reply, String expected) {
    assertThat(text(LineEncoder.INSTANCE.encode(reply))).isEqualTo(expected);
  }

  static Stream<Arguments> replies() {
    return Stream.of(
        Arguments.of(
            new Reply.Failed(ErrorCode.NO_SUCH_USER, "nobody"), "-err no_such_user nobody\n"),
        Arguments.of(new Reply.Failed(ErrorCode.LOCKED, "wait", 57), "-err locked 57 wait\n"),
        Arguments.of(new Reply.Registered("alice"), "+ok register alice\n"),
        Arguments.of(new Reply.LoggedIn("alice", Role.MEMBER, null, 0), "+ok login alice\n"),
        Arguments.of(new Reply.PasswordChanged(), "+ok password\n"),
        Arguments.of(new Reply.LoggedOut(), "+ok logout\n"),
        Arguments.of(new Reply.Posted("@alice+bob", "alice", false, 7, AT), "+ok message @bob 7\n"),
        Arguments.of(new Reply.Posted("#team", "alice", false, 7, AT), "+ok message #team 7\n"),
        Arguments.of(new Reply.Posted("#lobby", "alice", true, 7, AT), "+ok broadcast #lobby 7\n"),
        Arguments.of(new Reply.GroupEntered("#team"), "+ok create #team\n"),
        Arguments.of(new Reply.GroupChanged(GroupChange.ADD, "#team"), "+ok group add #team\n"),
        Arguments.of(
            new Reply.GroupChanged(Reply.GroupChange.MUTE, "#team"), "+ok group mute #team\n"),
        Arguments.of(
            new Reply.GroupChanged(Reply.GroupChange.UNMUTE, "#team"), "+ok group unmute #team\n"),
        Arguments.of(
            new Reply.Muted(
                "#team", List.of(new MutedMember("bob", AT), new MutedMember("eve", null))),
            "+ok group muted #team 2\n= bob " + TIME + "\n= eve -\n"),
        Arguments.of(
            new Reply.Failed(ErrorCode.MUTED, "you are muted", 57),
            "-err muted 57 you are muted\n"),
        Arguments.of(
            new Reply.Members("#team", List.of("alice", "bob"), List.of()),
            "+ok group members #team 2\n= alice\n= bob\n"),
        Arguments.of(
            new Reply.Groups(List.of(new GroupSummary("#team", 3))),
            "+ok grouplist 1\n= #team 3\n"),
        Arguments.of(
            new Reply.Online(List.of(new OnlineAccount("bob", "tls", AT))),
            "+ok whoelse 1\n= bob tls " + TIME + "\n"),
        Arguments.of(
            new Reply.Recent(List.of(new RecentAccount("bob", AT, false))),
            "+ok wholasthr 1\n= bob " + TIME + " offline\n"),
        Arguments.of(new Reply.Pinged("bob", Reachability.BLOCKED), "+ok ping bob blocked\n"),
        Arguments.of(new Reply.BlockChanged("bob", true), "+ok block bob\n"),
        Arguments.of(new Reply.BlockChanged("bob", false), "+ok unblock bob\n"),
        Arguments.of(
            new Reply.Missed(
                "alice", List.of(new ConversationEntries("@alice+bob", List.of(message(4))))),
            "+ok offline 1\n= @bob 4 " + TIME + " bob a\\nb\\\\c\n"),
        Arguments.of(
            new Reply.History("@alice+bob", "alice", List.of(message(4)), Map.of(), false),
            "+ok history @bob 1\n= 4 " + TIME + " bob a\\nb\\\\c\n"),
        Arguments.of(
            new Reply.History(
                "@alice+bob", "alice", List.of(message(4), answer(6)), deleted(4), true),
            "+ok history @bob 1\n= 6 " + TIME + " bob [re 4] yes\n"),
        Arguments.of(
            new Reply.Traced(
                "@alice+bob",
                "alice",
                6,
                new EnumMap<>(Map.of(Hop.DELIVERED, AT, Hop.RECEIVED, AT))),
            "+ok trace @bob 6 2\n= received " + TIME + "\n= delivered " + TIME + "\n"),
        Arguments.of(
            new Reply.Pinned("#team", "alice", List.of(answer(6)), Map.of()),
            "+ok pinned #team 1\n= 6 " + TIME + " bob [re 4] yes\n"),
        Arguments.of(
            new Reply.Edits(List.of(new Edit(4, AT, "a\nb"))),
            "+ok edits 1\n= 4 " + TIME + " a\\nb\n"),
        Arguments.of(
            new Reply.Found(
                "alice", List.of(new SearchResult("@alice+bob", answer(6), null)), "next"),
            "+ok search 1\n= @bob 6 " + TIME + " bob [re 4] yes\n"),
        Arguments.of(
            new Reply.Keys(
                List.of(
                    new SshKey("ssh-ed25519", "SHA256:a", "my\nkey", AT),
                    new SshKey("ssh-rsa", "SHA256:b", "", AT))),
            "+ok keys 2\n= SHA256:a ssh-ed25519 "
                + TIME
                + " my\\nkey\n= SHA256:b ssh-rsa "
                + TIME
                + "\n"),
        Arguments.of(new Reply.KeyChanged(true), "+ok keys add\n"),
        Arguments.of(new Reply.KeyChanged(false), "+ok keys remove\n"),
        Arguments.of(changed(EntryKind.EDITED), "+ok edit @bob 9\n"),
        Arguments.of(changed(EntryKind.DELETED), "+ok delete @bob 9\n"),
        Arguments.of(changed(EntryKind.REACTED), "+ok react @bob 9\n"),
        Arguments.of(changed(EntryKind.UNREACTED), "+ok unreact @bob 9\n"),
        Arguments.of(changed(EntryKind.PINNED), "+ok pin @bob 9\n"),
        Arguments.of(changed(EntryKind.UNPINNED), "+ok unpin @bob 9\n"));
  }

  @Test
  void helpSaysHowManyRowsFollow() {
    // When
    String help = text(LineEncoder.INSTANCE.encode(new Reply.Helped()));

    // Then
    List<String> lines = help.lines().toList();
    assertThat(lines.getFirst()).isEqualTo("+ok help " + (lines.size() - 1));
    assertThat(lines.subList(1, lines.size())).allMatch(row -> row.startsWith("= "));
  }

  @ParameterizedTest
  @MethodSource("events")
  void writesEveryEvent(Event event, String expected) {
    assertThat(text(LineEncoder.INSTANCE.encode(event))).isEqualTo(expected);
  }

  static Stream<Arguments> events() {
    return Stream.of(
        Arguments.of(new Event.Offline(3), "* offline 3\n"),
        Arguments.of(new Event.Came("bob"), "* join bob\n"),
        Arguments.of(new Event.Went("bob"), "* leave bob\n"),
        Arguments.of(new Event.Notice("x", "good bye"), "* notice good bye\n"));
  }

  @ParameterizedTest
  @MethodSource("entries")
  void writesEveryEntryAsItsReaderAddressesIt(
      String conversation, Entry entry, String reader, String expected) {
    assertThat(text(LineEncoder.INSTANCE.encode(conversation, entry, reader))).isEqualTo(expected);
  }

  static Stream<Arguments> entries() {
    return Stream.of(
        Arguments.of(
            "@alice+bob", message(4), "alice", "* msg @bob 4 " + TIME + " bob a\\nb\\\\c\n"),
        Arguments.of("#team", message(4), "x", "* msg #team 4 " + TIME + " bob a\\nb\\\\c\n"),
        Arguments.of(
            "#team",
            change(EntryKind.ADDED, "carol"),
            "x",
            "* member #team 5 " + TIME + " carol added bob\n"),
        Arguments.of(
            "#team",
            change(EntryKind.JOINED, "bob"),
            "x",
            "* member #team 5 " + TIME + " bob joined bob\n"),
        Arguments.of(
            "#team",
            change(EntryKind.REMOVED, "carol"),
            "x",
            "* member #team 5 " + TIME + " carol removed bob\n"),
        Arguments.of(
            "#team",
            change(EntryKind.LEFT, "bob"),
            "x",
            "* member #team 5 " + TIME + " bob left bob\n"),
        Arguments.of(
            "#team",
            mute("1700000000000"),
            "x",
            "* mute #team 5 " + TIME + " carol muted bob " + END + "\n"),
        Arguments.of("#team", mute(null), "x", "* mute #team 5 " + TIME + " carol muted bob\n"),
        Arguments.of(
            "#team",
            change(EntryKind.UNMUTED, "carol"),
            "carol",
            "* mute #team 5 " + TIME + " carol unmuted bob\n"),
        Arguments.of(
            "!alice", change(EntryKind.ADDED_TO, "#team"), "alice", "* added #team by bob\n"),
        Arguments.of("#team", answer(6), "x", "* msg #team 6 " + TIME + " bob [re 4] yes\n"),
        Arguments.of(
            "@alice+bob",
            toMessage(EntryKind.EDITED, "a\nb"),
            "alice",
            "* edit @bob 9 " + TIME + " bob 4 a\\nb\n"),
        Arguments.of(
            "#team",
            toMessage(EntryKind.DELETED, null),
            "x",
            "* delete #team 9 " + TIME + " bob 4\n"),
        Arguments.of(
            "#team",
            toMessage(EntryKind.REACTED, ":+1:"),
            "x",
            "* react #team 9 " + TIME + " bob 4 added :+1:\n"),
        Arguments.of(
            "#team",
            toMessage(EntryKind.UNREACTED, ":+1:"),
            "x",
            "* react #team 9 " + TIME + " bob 4 removed :+1:\n"),
        Arguments.of(
            "#team",
            toMessage(EntryKind.PINNED, null),
            "x",
            "* pin #team 9 " + TIME + " bob 4 pinned\n"),
        Arguments.of(
            "#team",
            toMessage(EntryKind.UNPINNED, null),
            "x",
            "* pin #team 9 " + TIME + " bob 4 unpinned\n"),
        Arguments.of(
            "@alice+bob",
            change(EntryKind.ENCRYPTED, null),
            "alice",
            "* encryption @bob 5 " + TIME + " bob on\n"),
        Arguments.of(
            "@alice+bob",
            change(EntryKind.UNENCRYPTED, null),
            "alice",
            "* encryption @bob 5 " + TIME + " bob off\n"),
        Arguments.of(
            "@alice+bob", sealed(7), "alice", "* msg @bob 7 " + TIME + " bob [encrypted]\n"),
        Arguments.of(
            "@alice+bob",
            toMessage(EntryKind.EDITED, SealedText.PREFIX + "AAAA"),
            "alice",
            "* edit @bob 9 " + TIME + " bob 4 [encrypted]\n"),
        Arguments.of("!alice", change(EntryKind.ADDED_TO, "@alice+bob"), "alice", ""),
        Arguments.of(
            "!alice", change(EntryKind.REMOVED_FROM, "#team"), "alice", "* removed #team by bob\n"),
        Arguments.of("!alice", change(EntryKind.BLOCKED, "bob"), "alice", ""));
  }

  @Test
  void offersFilesAndReadyCommands() {
    Attachment file = new Attachment("0".repeat(32), "my cat.png", 5, "image/png", "0".repeat(64));

    assertThat(
            text(
                LineEncoder.INSTANCE.encode(
                    new Event.FileOffered("@alice+bob", "alice", 7, file, "http://x/t"))))
        .isEqualTo("* file @bob 7 5 http://x/t my cat.png\n");
    assertThat(text(LineEncoder.INSTANCE.encode(new Reply.DownloadOffered(file, "http://x/t"))))
        .isEqualTo("+ok get 2\n= http://x/t\n= curl -fOJ http://x/t\n");
    assertThat(text(LineEncoder.INSTANCE.encode(new Reply.UploadOffered("-it's", "http://x/t"))))
        .isEqualTo("+ok file 2\n= http://x/t\n= curl -fT './-it'\\''s' http://x/t\n");
  }

  @Test
  void formatsTimesOfDifferentSeconds() {
    assertThat(WireTime.format(0)).isEqualTo("1970-01-01T00:00:00.000Z");
    assertThat(WireTime.format(1_999)).isEqualTo("1970-01-01T00:00:01.999Z");
    assertThat(WireTime.format(AT)).isEqualTo(TIME);
  }

  private static Entry message(long seq) {
    return new Entry(seq, AT, EntryKind.MESSAGE, "bob", "id", null, "a\nb\\c");
  }

  private static Entry sealed(long seq) {
    return new Entry(seq, AT, EntryKind.MESSAGE, "bob", "id", null, SealedText.PREFIX + "AAAA");
  }

  private static Entry change(EntryKind kind, @Nullable String subject) {
    return new Entry(5, AT, kind, "bob", "id", subject, null);
  }

  private static Entry mute(@Nullable String end) {
    return new Entry(5, AT, EntryKind.MUTED, "bob", "id", "carol", end);
  }

  private static Entry answer(long seq) {
    return new Entry(seq, AT, EntryKind.MESSAGE, "bob", "id", null, "yes", 4L);
  }

  private static Entry toMessage(EntryKind kind, @Nullable String text) {
    return new Entry(9, AT, kind, "bob", "id", null, text, 4L);
  }

  private static Reply changed(EntryKind kind) {
    return new Reply.Changed(kind, "@alice+bob", "alice", 9, AT);
  }

  private static Map<Long, MessageState> deleted(long seq) {
    return Map.of(seq, new MessageState(seq, 9, null, true, false, Map.of()));
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
