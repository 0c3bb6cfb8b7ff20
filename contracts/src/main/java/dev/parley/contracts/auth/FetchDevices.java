package dev.parley.contracts.auth;

import dev.parley.contracts.ReplyTo;

/// Asks for the encryption devices of an account, one's own or another's; the answer is a
/// `DeviceList`.
///
/// @param account handle of whose devices they are, lower case
/// @param by handle of who asks; only to the account itself is told what waits
/// @param replyTo where the answer goes
public record FetchDevices(String account, String by, ReplyTo replyTo) implements AuthRecord {}
