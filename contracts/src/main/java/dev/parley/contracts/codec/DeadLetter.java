package dev.parley.contracts.codec;

import org.jspecify.annotations.Nullable;

/// A record that could not be read or handled, kept for a person to look at.
///
/// @param topic where it lay
/// @param partition where it lay
/// @param offset where it lay
/// @param key its key, if it had one
/// @param reason one line
/// @param value its bytes, if it had any
public record DeadLetter(
    String topic,
    int partition,
    long offset,
    @Nullable String key,
    String reason,
    byte @Nullable [] value)
    implements DeadLetterRecord {}
