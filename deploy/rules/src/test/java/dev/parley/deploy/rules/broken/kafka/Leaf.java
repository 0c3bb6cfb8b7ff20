package dev.parley.deploy.rules.broken.kafka;

/// What only leaves may know.
public record Leaf() {}
