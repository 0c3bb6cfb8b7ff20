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
/// @param encrypted whether it takes sealed texts only; `null` if nobody ever said
public record ConversationSummary(
    String conversation,
    long head,
    long given,
    long read,
    int members,
    @Nullable Boolean open,
    @Nullable Integer unread,
    @Nullable Integer mentions,
    @Nullable Boolean encrypted) {
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
    this(conversation, head, given, read, members, null, null, null, null);
  }

  /// Makes a summary of a conversation of which nobody ever said whether it is encrypted.
  ///
  /// @param conversation conversation id
  /// @param head seq of its last entry
  /// @param given highest seq that the member has shown to have received
  /// @param read highest seq that the member has seen
  /// @param members number of its members
  /// @param open true if it is a group that anyone may join
  /// @param unread number of messages of others above `read`, or `null`
  /// @param mentions number of those that call the member, or `null`
  public ConversationSummary(
      String conversation,
      long head,
      long given,
      long read,
      int members,
      @Nullable Boolean open,
      @Nullable Integer unread,
      @Nullable Integer mentions) {
    this(conversation, head, given, read, members, open, unread, mentions, null);
  }
}
