package dev.parley.contracts.delivery;

/// An ssh key of an account.
///
/// @param type such as `ssh-ed25519`
/// @param fingerprint `SHA256:…`, as `ssh-keygen -l` prints it
/// @param name what its owner calls it; empty if they do not
/// @param addedAt when it was added, epoch milliseconds
public record SshKey(String type, String fingerprint, String name, long addedAt) {}
