package dev.parley.contracts.auth;

import dev.parley.contracts.ReplyTo;

/// Logs in with an ssh key whose private half the client has shown to hold: the gateway has
/// verified the signature. The answer is a `LoggedIn`.
///
/// Refused with `bad_credentials` whatever is wrong. The lock after wrong passwords does not stop a
/// key: nobody guesses one.
///
/// @param account handle, lower case
/// @param key `TYPE BASE64`, as in a public key file of OpenSSH, without the comment
/// @param session id of the connection that asks
/// @param origin where it came from
/// @param replyTo where the answer goes
public record LoginWithKey(
    String account, String key, String session, Origin origin, ReplyTo replyTo)
    implements AuthRecord {}
