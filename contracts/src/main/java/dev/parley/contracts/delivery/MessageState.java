package dev.parley.contracts.delivery;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What changes have made of a message, beside its text.
///
/// @param seq seq of the message
/// @param changed seq of the last change to it
/// @param editedAt time of the last edit, epoch milliseconds, or `null` if it was not edited
/// @param deleted whether it was withdrawn
/// @param pinned whether it is pinned
/// @param reactions by reaction the handles of those who react so, each in the order in which they
///   came
public record MessageState(
    long seq,
    long changed,
    @Nullable Long editedAt,
    boolean deleted,
    boolean pinned,
    Map<String, List<String>> reactions) {}
