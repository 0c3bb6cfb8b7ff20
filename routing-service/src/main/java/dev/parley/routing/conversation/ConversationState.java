package dev.parley.routing.conversation;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A conversation as it is committed.
///
/// @param name conversation id, such as `#name`
/// @param id its number in the database; 0 while it does not exist
/// @param kind what it is, or `null` while it does not exist
/// @param lastSeq seq of its last entry; 0 if it has none
/// @param members handles of its members; empty for the lobby, to which all belong
/// @param blockers of a direct conversation: those of the two who block the other; may be there
///   before the conversation itself
/// @param mutes by handle the end of its mute there, epoch milliseconds or [Mutes#NEVER]
/// @param encrypted whether it takes sealed texts only; `null` if nobody ever said
public record ConversationState(
    String name,
    long id,
    @Nullable ConversationKind kind,
    long lastSeq,
    Set<String> members,
    Set<String> blockers,
    Map<String, Long> mutes,
    @Nullable Boolean encrypted) {

  /// A conversation where everybody may write, and nobody said anything of encryption.
  ///
  /// @param name conversation id
  /// @param id its number in the database
  /// @param kind what it is
  /// @param lastSeq seq of its last entry
  /// @param members handles of its members
  /// @param blockers of a direct conversation: those who block the other
  public ConversationState(
      String name,
      long id,
      @Nullable ConversationKind kind,
      long lastSeq,
      Set<String> members,
      Set<String> blockers) {
    this(name, id, kind, lastSeq, members, blockers, Map.of(), null);
  }

  /// {@return the state of a conversation that nothing is known of}
  ///
  /// @param name conversation id
  public static ConversationState absent(String name) {
    return new ConversationState(name, 0, null, 0, Set.of(), Set.of());
  }

  /// {@return whether the conversation exists}
  public boolean exists() {
    return kind != null;
  }
}
