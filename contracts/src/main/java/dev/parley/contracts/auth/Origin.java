package dev.parley.contracts.auth;

/// Where a request came from, for the audit trail.
///
/// @param door the door's name: `tcp`, `tls`, `ws` or `ssh`
/// @param address network address of the client, without port
public record Origin(String door, String address) {}
