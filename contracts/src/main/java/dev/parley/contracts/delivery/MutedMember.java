package dev.parley.contracts.delivery;

import org.jspecify.annotations.Nullable;

/// Somebody who may read a group and not write there.
///
/// @param account handle
/// @param until when that ends by itself, epoch milliseconds, or `null` if it does not
public record MutedMember(String account, @Nullable Long until) {}
