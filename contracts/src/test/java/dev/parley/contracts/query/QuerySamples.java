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
        new ListGroups("alice", REPLY_TO),
        new ListMembers("alice", "#team", REPLY_TO),
        new CheckBlock("alice", "bob", REPLY_TO));
  }
}
