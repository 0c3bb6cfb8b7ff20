package dev.parley.contracts.codec;

import org.jspecify.annotations.Nullable;

/// A record that could not be read or handled, kept for a person to look at.
///
/// @param topic where it lay
/// @param partition where it lay
/// @param offset where it lay
/// @param key its key, if it had one, or the first 1,024 characters of it
/// @param reason one line
/// @param value its bytes, if it had any, or the first [#MAX_VALUE_BYTES] of them
@SuppressWarnings("ArrayRecordComponent") // never compared, written and read once
public record DeadLetter(
    String topic,
    int partition,
    long offset,
    @Nullable String key,
    String reason,
    byte @Nullable [] value)
    implements DeadLetterRecord {
  /// Most bytes of the record that a letter keeps; the whole one lies where it lay.
  public static final int MAX_VALUE_BYTES = 512 * 1024;
}
