package dev.parley.contracts.query;

/// Entries of a conversation above `after` and up to `upTo`, both seqs.
///
/// @param conversation conversation id
/// @param after seq below the first wanted entry
/// @param upTo seq of the last wanted entry
public record Range(String conversation, long after, long upTo) {}
