package dev.parley.presence.effect;

/// The record of `parley.presence` that caused something.
///
/// @param partition its partition
/// @param offset its offset
/// @param at its timestamp, epoch milliseconds: the only clock of what it causes
public record Cause(int partition, long offset, long at) {}
