package dev.parley.contracts.conversation;

/// Partition of `parley.conversations` has a new owner, which knows no subscriptions: every gateway
/// sends those of this partition again.
///
/// @param partition number of the partition
/// @param owner id of the routing-service instance
public record OwnerChanged(int partition, String owner) implements OwnershipRecord {}
