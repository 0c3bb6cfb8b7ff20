package dev.parley.contracts.delivery;

import dev.parley.contracts.ErrorCode;
import dev.parley.contracts.auth.Role;
import dev.parley.contracts.conversation.ConversationSamples;
import dev.parley.contracts.query.Range;
import java.util.List;
import java.util.Map;

/// One record of each kind on a gateway's topic.
public final class DeliverySamples {
  private static final long AT = 1_700_000_000_123L;

  private DeliverySamples() {}

  /// {@return a record of each kind}
  public static List<GatewayRecord> all() {
    ConversationEntries team = new ConversationEntries("#team", ConversationSamples.entries());
    return List.of(
        new Delivered(List.of(team), List.of(new Acknowledged(43, 7, AT))),
        new Subscribed("#team", 8, List.of("alice", "dave"), ConversationSamples.entries(), true),
        new SessionTakenOver("alice", "s-1"),
        new Refused(41, ErrorCode.LOCKED, "too many wrong passwords", 60),
        new Done(42),
        new LoggedIn(41, "alice", "header.payload.signature", AT, null, null),
        new KeyList(41, List.of(new SshKey("ssh-ed25519", "SHA256:c2hhMjU2", "laptop", AT))),
        new DeviceList(41, List.of("cGFybGV5"), List.of()),
        new AccountList(41, List.of(new AccountSummary("bob", Role.MODERATOR, true, AT)), "bob"),
        new PasswordPolicy(41, 8, 19_456, 2, 1),
        new AccountsImported(41, 2, List.of("bob")),
        new AuditPage(
            41,
            List.of(new AuditRow(AT, "locked", "bob", "#team", "eve", 7L, "tcp", "192.0.2.7")),
            "1-2"),
        new OnlineAccounts(42, List.of(new OnlineAccount("bob", "ws", AT))),
        new RecentAccounts(42, List.of(new RecentAccount("bob", AT, true))),
        new PingAnswered(42, true),
        new BlockChecked(44, true),
        new ConversationList(
            44, List.of(new ConversationSummary("#team", 8, 7, 5, 2)), List.of("eve")),
        new BacklogPage(44, 3, List.of(team), List.of(new Range("#team", 8, 9))),
        new HistoryPage(44, ConversationSamples.entries(), List.of(), null),
        new EditList(44, List.of(new Edit(7, AT, "hi"), new Edit(9, AT + 1, "hello"))),
        new SearchPage(
            44,
            List.of(new SearchResult("#team", ConversationSamples.changes().getFirst(), state())),
            "1700000000123-5-7"),
        new GroupList(44, List.of(new GroupSummary("#team", 2))),
        new MemberList(44, List.of("alice", "dave")),
        new FileFound(44, 7, ConversationSamples.attachment()));
  }

  /// {@return records that have got components since their kind was made}
  public static List<GatewayRecord> grown() {
    ConversationEntries team = new ConversationEntries("#team", ConversationSamples.changes());
    return List.of(
        new Delivered(List.of(team), List.of(), AT + 1),
        new SessionTakenOver("alice", "s-1", "disabled"),
        new LoggedIn(41, "alice", "header.payload.signature", AT, AT - 1, Role.MODERATOR),
        new OnlineAccounts(42, List.of(new OnlineAccount("bob", "ws", AT, true))),
        new PingAnswered(42, false, false, AT),
        new ConversationList(
            44, List.of(new ConversationSummary("#team", 8, 7, 5, 2, true, 3, 1)), List.of()),
        new MemberList(44, List.of("alice", "dave"), List.of(new MutedMember("dave", AT))),
        new HistoryPage(44, ConversationSamples.changes(), List.of(state()), true));
  }

  /// {@return records that have got components once more}
  public static List<GatewayRecord> later() {
    ConversationEntries team = new ConversationEntries("#team", ConversationSamples.files());
    return List.of(
        new Delivered(List.of(team), List.of()),
        new ConversationList(
            44,
            List.of(new ConversationSummary("@alice+bob", 8, 7, 5, 2, null, 3, 1, true)),
            List.of()));
  }

  private static MessageState state() {
    return new MessageState(
        9, 12, AT, false, true, Map.of("\ud83d\udc4d", List.of("alice", "dave")));
  }
}
