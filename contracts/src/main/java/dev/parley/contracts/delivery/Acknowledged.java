package dev.parley.contracts.delivery;

/// Tells the sender of a post that it is stored.
///
/// @param request number of the request, as in its `ReplyTo`
/// @param seq position of the message in its conversation; 0 for a change, or a switch of
///   encryption, that was so already and made no entry
/// @param at time of the message, epoch milliseconds
public record Acknowledged(long request, long seq, long at) {}
