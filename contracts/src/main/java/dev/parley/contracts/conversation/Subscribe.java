package dev.parley.contracts.conversation;

import java.util.Map;

/// Asks for every entry above a position, and for all later ones, of conversations of one
/// partition.
///
/// Travels in that partition, so the owner handles it at one point of the log: no entry can fall
/// between backlog and live delivery. Repeated, it answers again.
///
/// @param gateway id of the gateway
/// @param after per conversation the position that the gateway has reached, or [#FROM_NOW] if it
///   wants no backlog: then the answer holds no entries, only where the conversation stands
public record Subscribe(String gateway, Map<String, Long> after) implements ConversationRecord {
  /// Stands for "wherever the conversation is at this point of the log".
  public static final long FROM_NOW = -1;
}
