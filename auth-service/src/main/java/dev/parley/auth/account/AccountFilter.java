package dev.parley.auth.account;

import dev.parley.contracts.auth.Role;
import org.jspecify.annotations.Nullable;

/// Which accounts are wanted.
///
/// @param prefix how their handles begin; may be empty
/// @param role only those of this role, or `null` for all
/// @param disabled whether only disabled ones are wanted
/// @param after handle behind which they begin; may be empty
public record AccountFilter(String prefix, @Nullable Role role, boolean disabled, String after) {}
