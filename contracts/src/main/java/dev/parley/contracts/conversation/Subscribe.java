package dev.parley.contracts.conversation;

import java.util.Map;

/// Asks for every entry above a position, and for all later ones, of conversations of one
/// partition.
///
/// Travels in that partition, so the owner handles it at one point of the log: no entry can fall
/// between backlog and live delivery. Repeated, it answers again.
///
/// @param gateway id of the gateway
/// @param after per conversation the position that the gateway has reached
public record Subscribe(String gateway, Map<String, Long> after) implements ConversationRecord {}
