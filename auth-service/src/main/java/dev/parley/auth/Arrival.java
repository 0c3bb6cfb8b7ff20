package dev.parley.auth;

import java.time.Instant;

/// Where a request stands in the log of `parley.auth`, and since when.
///
/// The time is the only one that decides anything in this service: locks, tokens and password
/// changes all go by the clock of the log, so that instances need not agree on theirs and a record
/// that is handled again comes to the same result.
///
/// @param partition partition of the record
/// @param offset offset of the record; with the partition it tells a repeated record from another
/// @param at the record's timestamp, set by the broker
public record Arrival(int partition, long offset, Instant at) {}
