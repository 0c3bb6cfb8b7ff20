package dev.parley.contracts.delivery;

import org.jspecify.annotations.Nullable;

/// A conversation as one of its members sees it.
///
/// @param conversation conversation id
/// @param head seq of its last entry
/// @param given highest seq that the member has shown to have received
/// @param read highest seq that the member has seen
/// @param members number of its members; 0 for the lobby, to which all belong
/// @param open true if it is a group that anyone may join; else `null` or false
/// @param unread number of messages of others above `read`, those of blocked authors and withdrawn
///   ones left out, at most [#MAX_COUNT]; `null` if it was not asked for
/// @param mentions number of those that call the member; `null` if it was not asked for
public record ConversationSummary(
    String conversation,
    long head,
    long given,
    long read,
    int members,
    @Nullable Boolean open,
    @Nullable Integer unread,
    @Nullable Integer mentions) {
  /// Where `unread` and `mentions` stop counting.
  public static final int MAX_COUNT = 1_000;

  /// Makes a summary without counts, of a conversation that is no open group.
  ///
  /// @param conversation conversation id
  /// @param head seq of its last entry
  /// @param given highest seq that the member has shown to have received
  /// @param read highest seq that the member has seen
  /// @param members number of its members
  public ConversationSummary(String conversation, long head, long given, long read, int members) {
    this(conversation, head, given, read, members, null, null, null);
  }
}
