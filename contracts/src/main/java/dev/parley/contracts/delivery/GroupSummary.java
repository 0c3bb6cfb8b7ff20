package dev.parley.contracts.delivery;

/// A group that the asker may know of.
///
/// @param conversation id of the group
/// @param members number of its members
public record GroupSummary(String conversation, int members) {}
