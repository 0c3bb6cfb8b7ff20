package dev.parley.contracts.query;

import dev.parley.contracts.ReplyTo;

/// A read on `parley.queries`; the key is the session that asks. Any routing-service instance
/// answers it from committed state; repeated, it is answered again.
public sealed interface QueryRecord
    permits ListConversations,
        FetchBacklog,
        FetchHistory,
        FetchEdits,
        FetchPinned,
        Search,
        ListGroups,
        ListMembers,
        CheckBlock,
        FetchFile,
        CheckFile {
  /// {@return handle of the account that asks, lower case}
  String account();

  /// {@return where the answer goes}
  ReplyTo replyTo();
}
