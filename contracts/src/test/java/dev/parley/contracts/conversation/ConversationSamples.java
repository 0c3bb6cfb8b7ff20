package dev.parley.contracts.conversation;

import dev.parley.contracts.ReplyTo;
import dev.parley.contracts.auth.Role;
import java.util.List;
import java.util.Map;

/// One record of each kind on `parley.conversations` and `parley.ownership`.
public final class ConversationSamples {
  private static final ReplyTo REPLY_TO = new ReplyTo("gw-1", 43);

  private ConversationSamples() {}

  /// {@return a record of each kind on `parley.conversations`}
  public static List<ConversationRecord> requests() {
    return List.of(
        new Post(
            "@alice+bob", "alice", "c-1", "hi \"bob\"\n\tgr\u00fc\u00dfe \ud83d\ude00", REPLY_TO),
        new EditMessage("#team", "alice", 7, "hello", "c-7", REPLY_TO),
        new DeleteMessage("#team", "alice", 7, "c-8", REPLY_TO),
        new React("#team", "bob", 7, "\ud83d\udc4d", true, "c-9", REPLY_TO),
        new Pin("#team", "bob", 7, false, "c-10", REPLY_TO),
        new SetEncryption("@alice+bob", "bob", true, "c-11", REPLY_TO),
        new Inform("!bob", EntryKind.ADDED_TO, "alice", "#team", "added-#team-7"),
        new Enroll("alice", REPLY_TO),
        new CreateGroup("#team", "alice", List.of("bob", "carol"), "c-2", REPLY_TO),
        new JoinGroup("#open", "alice", "c-3", REPLY_TO),
        new AddMembers("#team", "alice", List.of("dave"), "c-4", REPLY_TO),
        new RemoveMember("#team", "alice", "bob", "c-5", REPLY_TO),
        new MuteMember("#team", "alice", "bob", 30, "c-11", REPLY_TO, Role.MODERATOR),
        new UnmuteMember("#team", "alice", "bob", "c-12", REPLY_TO, Role.ADMIN),
        new LeaveGroup("#team", "carol", "c-6", REPLY_TO),
        new Block("@alice+bob", "alice", "bob", REPLY_TO),
        new Unblock("@alice+bob", "alice", "bob", REPLY_TO),
        new Subscribe("gw-1", Map.of("#team", Subscribe.FROM_NOW)),
        new Unsubscribe("gw-1", List.of("#team", "@alice+bob")),
        new MoveCursors(List.of(new CursorMove("#team", "alice", 7, 5)), REPLY_TO));
  }

  /// {@return records that have got components since their kind was made}
  public static List<ConversationRecord> grown() {
    return List.of(
        new Post("#team", "alice", "c-1", "yes", REPLY_TO, 7L),
        new DeleteMessage("#team", "alice", 7, "c-8", REPLY_TO, Role.MODERATOR),
        new RemoveMember("#team", "alice", "bob", "c-5", REPLY_TO, Role.ADMIN));
  }

  /// {@return records that have got components once more}
  public static List<ConversationRecord> later() {
    return List.of(new Post("#team", "alice", "c-1", "look", REPLY_TO, null, attachment()));
  }

  /// {@return a file}
  public static Attachment attachment() {
    return new Attachment(
        "00112233445566778899aabbccddeeff",
        "gr\u00fc\u00dfe \"1\".png",
        104_857_600,
        "image/png",
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  }

  /// {@return a message with a file, and the withdrawal of another one's}
  public static List<Entry> files() {
    return List.of(
        new Entry(
            11,
            1_700_000_000_127L,
            EntryKind.MESSAGE,
            "bob",
            "c-7",
            null,
            "hi",
            null,
            attachment()),
        new Entry(
            12,
            1_700_000_000_128L,
            EntryKind.DELETED,
            "bob",
            "c-8",
            "ffeeddccbbaa99887766554433221100",
            null,
            4L));
  }

  /// {@return a record of each kind on `parley.ownership`}
  public static List<OwnershipRecord> ownership() {
    return List.of(new OwnerChanged(5, "routing-1"));
  }

  /// {@return an entry of a group's log and one of an inbox}
  public static List<Entry> entries() {
    return List.of(
        new Entry(7, 1_700_000_000_123L, EntryKind.MESSAGE, "alice", "c-1", null, "hi"),
        new Entry(8, 1_700_000_000_124L, EntryKind.ADDED, "alice", "c-4", "dave", null));
  }

  /// {@return a message that answers another one, and a change}
  public static List<Entry> changes() {
    return List.of(
        new Entry(9, 1_700_000_000_125L, EntryKind.MESSAGE, "bob", "c-5", null, "yes", 7L),
        new Entry(10, 1_700_000_000_126L, EntryKind.REACTED, "bob", "c-6", null, ":heart:", 9L));
  }
}
