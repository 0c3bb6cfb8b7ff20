package dev.parley.contracts.auth;

import dev.parley.contracts.ReplyTo;
import org.jspecify.annotations.Nullable;

/// Asks for a page of accounts, by handle; the answer is an `AccountList`.
///
/// @param account handle of the administrator, or `console`
/// @param proof how that is known
/// @param prefix how their handles begin; may be empty
/// @param role only those of this role, or `null` for all
/// @param disabled whether only disabled ones are wanted
/// @param after handle behind which the page begins; empty for the first page
/// @param limit most accounts of the page, 1 to 1,000
/// @param replyTo where the answer goes
public record ListAccounts(
    String account,
    AdminProof proof,
    String prefix,
    @Nullable Role role,
    boolean disabled,
    String after,
    int limit,
    ReplyTo replyTo)
    implements AdminRequest {}
