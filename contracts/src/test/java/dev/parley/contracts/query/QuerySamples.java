package dev.parley.contracts.query;

import dev.parley.contracts.ReplyTo;
import java.util.List;

/// One record of each kind on `parley.queries`.
public final class QuerySamples {
  private static final ReplyTo REPLY_TO = new ReplyTo("gw-1", 44);

  private QuerySamples() {}

  /// {@return a record of each kind}
  public static List<QueryRecord> all() {
    return List.of(
        new ListConversations("alice", REPLY_TO),
        new FetchBacklog("alice", List.of(new Range("#team", 5, 9)), 200, REPLY_TO),
        new FetchHistory("alice", "#team", 100L, 50, REPLY_TO),
        new FetchEdits("alice", "#team", 7, REPLY_TO),
        new FetchPinned("alice", "#team", REPLY_TO),
        new Search("alice", "from:bob \"hi there\"", 20, "1700000000123-5-7", REPLY_TO),
        new ListGroups("alice", REPLY_TO),
        new ListMembers("alice", "#team", REPLY_TO),
        new CheckBlock("alice", "bob", REPLY_TO),
        new FetchFile("alice", "#team", "bob", "c-7", "00112233445566778899aabbccddeeff", REPLY_TO),
        new CheckFile("bob", "#team", "c-7", "00112233445566778899aabbccddeeff", REPLY_TO));
  }

  /// {@return records that have got components since their kind was made}
  public static List<QueryRecord> grown() {
    return List.of(
        new FetchBacklog("alice", List.of(new Range("#team", 5, 9)), 200, REPLY_TO, true),
        new ListConversations("alice", REPLY_TO, true),
        new FetchHistory("alice", "#team", 100L, 50, REPLY_TO, 90L, 95L));
  }
}
