package dev.parley.deploy.bench.process;

/// What one process took.
///
/// @param name such as `gateway`
/// @param cpuSeconds user and system time within the measured time, children included
/// @param memoryMib resident memory at its end, children included, shared memory counted once
public record ProcessUse(String name, double cpuSeconds, double memoryMib) {}
