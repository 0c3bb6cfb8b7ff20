package dev.parley.deploy.local.archive;

import org.jspecify.annotations.Nullable;

/// A migration that a schema had when it was written: a row of Flyway's history.
///
/// @param schema name of the schema
/// @param version its number
/// @param script name of its file
/// @param checksum of the file, as Flyway reckons it
public record Migration(String schema, String version, String script, @Nullable Integer checksum) {}
