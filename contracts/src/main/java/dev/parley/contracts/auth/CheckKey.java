package dev.parley.contracts.auth;

import dev.parley.contracts.ReplyTo;

/// Asks whether an ssh key would log the account in, before the client has shown that it holds the
/// private half. Nothing is counted or told to the audit trail.
///
/// Refused with `bad_credentials` whatever is wrong: account, key, or a disabled account.
///
/// @param account handle, lower case
/// @param key `TYPE BASE64`, as in a public key file of OpenSSH, without the comment
/// @param replyTo where the answer goes
public record CheckKey(String account, String key, ReplyTo replyTo) implements AuthRecord {}
