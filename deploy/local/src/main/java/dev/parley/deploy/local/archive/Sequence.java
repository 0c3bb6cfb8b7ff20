package dev.parley.deploy.local.archive;

/// How far a sequence was.
///
/// @param schema name of the schema
/// @param name name of the sequence
/// @param lastValue the value given last
public record Sequence(String schema, String name, long lastValue) {}
