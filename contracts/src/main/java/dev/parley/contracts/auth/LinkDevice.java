package dev.parley.contracts.auth;

import dev.parley.contracts.ReplyTo;

/// Asks that the list of the account's encryption devices grows by one link.
///
/// auth-service checks form, number and the hash of the link before, not the signatures: whoever
/// reads the list does that. Refused with `bad_device` if the link does not fit; a link that is the
/// last one already is done. See `docs/encryption.md`.
///
/// @param account handle, lower case
/// @param link base64url without padding
/// @param restart whether the list begins anew with this link: a new identity
/// @param origin where it came from
/// @param replyTo where the answer goes
public record LinkDevice(
    String account, String link, boolean restart, Origin origin, ReplyTo replyTo)
    implements AuthRecord {}
