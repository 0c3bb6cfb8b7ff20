package dev.parley.gateway.credential;

/// The public key that passwords are sealed to.
///
/// @param keyId its id, which travels with what is sealed
/// @param publicKey raw X25519 public key, 32 bytes
@SuppressWarnings("ArrayRecordComponent") // never compared, made and read once
public record SealingKey(String keyId, byte[] publicKey) {}
