package dev.parley.contracts.auth;

/// The account exists. A repeated record changes nothing.
///
/// @param account handle, lower case
/// @param at timestamp of the registration's record, epoch milliseconds
public record AccountCreated(String account, long at) implements AccountRecord {}
