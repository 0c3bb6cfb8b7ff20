package dev.parley.contracts.conversation;

/// A fact on `parley.ownership`; the key is the partition, and the topic is compacted.
public sealed interface OwnershipRecord permits OwnerChanged {}
