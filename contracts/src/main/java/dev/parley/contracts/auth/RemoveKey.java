package dev.parley.contracts.auth;

import dev.parley.contracts.ReplyTo;

/// Asks for an ssh key to be none of the account's any more. Sessions that it opened stay open.
///
/// Refused with `bad_key` if the account has no such key.
///
/// @param account handle, lower case
/// @param fingerprint `SHA256:…`, as `ssh-keygen -l` prints it
/// @param origin where it came from
/// @param replyTo where the answer goes
public record RemoveKey(String account, String fingerprint, Origin origin, ReplyTo replyTo)
    implements AuthRecord {}
