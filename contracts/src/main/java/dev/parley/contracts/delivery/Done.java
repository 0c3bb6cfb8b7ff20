package dev.parley.contracts.delivery;

/// The request was done, and there is no more to tell: register, change password, token check, key
/// added, removed or checked, open session, enroll, create, join, add, remove, leave, block,
/// unblock.
///
/// @param request number of the request
public record Done(long request) implements Reply {}
