package dev.parley.deploy.bench.measure;

/// Durations in milliseconds, each not exceeded by a part of what was measured.
///
/// @param count how many were measured
/// @param p50 half
/// @param p99 99 of 100
/// @param p999 999 of 1,000
/// @param max all
public record Quantiles(long count, double p50, double p99, double p999, double max) {}
