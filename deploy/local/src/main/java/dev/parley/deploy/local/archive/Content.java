package dev.parley.deploy.local.archive;

/// What an entry must hold.
///
/// @param entry its name
/// @param bytes its size
/// @param sha256 its digest, 64 hexadecimal digits
public record Content(String entry, long bytes, String sha256) {}
