package dev.parley.contracts.auth;

import dev.parley.contracts.ReplyTo;

/// Asks for an ssh key to be one that logs the account in. A key it has already stays as it is.
///
/// Refused with `bad_key` if the key is not one that is taken, or the account has too many.
///
/// @param account handle, lower case
/// @param key `TYPE BASE64`, as in a public key file of OpenSSH, without the comment
/// @param name what its owner calls it, at most 64 characters; empty if they do not
/// @param origin where it came from
/// @param replyTo where the answer goes
public record AddKey(String account, String key, String name, Origin origin, ReplyTo replyTo)
    implements AuthRecord {}
