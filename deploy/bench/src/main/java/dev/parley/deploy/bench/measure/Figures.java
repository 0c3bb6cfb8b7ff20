package dev.parley.deploy.bench.measure;

/// What a load came to.
///
/// Rates count what came within the measured time; latencies are those of the messages that were
/// due in it.
///
/// @param acknowledgedPerSecond messages stored and acknowledged to their sender
/// @param deliveredPerSecond messages given to a reader, each reader counted
/// @param acknowledgement from when a message was due to its acknowledgement
/// @param delivery from when a message was due to a reader having it
/// @param lateness from when a message was due to when the tool wrote it: the tool's own share
public record Figures(
    double acknowledgedPerSecond,
    double deliveredPerSecond,
    Quantiles acknowledgement,
    Quantiles delivery,
    Quantiles lateness) {}
