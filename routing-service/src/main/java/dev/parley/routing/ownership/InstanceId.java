package dev.parley.routing.ownership;

/// The name of this running instance, made anew at each start.
///
/// @param value such as `routing-1f0a2b3c`
public record InstanceId(String value) {}
