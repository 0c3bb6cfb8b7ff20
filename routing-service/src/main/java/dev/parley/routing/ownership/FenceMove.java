package dev.parley.routing.ownership;

/// A step of the fence: holds only if the row still has the expected value.
///
/// @param partition number of the partition
/// @param expected value that this owner found or left
/// @param next value to write: the offset after the last record of the batch
public record FenceMove(int partition, long expected, long next) {}
