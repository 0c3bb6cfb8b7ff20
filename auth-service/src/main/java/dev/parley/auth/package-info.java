/// auth-service: accounts, passwords, lockout and tokens.
///
/// In: the requests of `parley.auth`, in order for each account. Out: one reply to each on the
/// topic of the gateway that asked, `AccountCreated` on `parley.accounts`, who did what on
/// `parley.audit`; over HTTP the public keys. This package holds what all features share.
///
/// ```
/// kafka ──> account ──> password ──> key
///              ├──────> lockout
///              └──────> token ─────> key
/// postgres: the stores of account, lockout and password          rest: the public keys
/// ```
@NullMarked
package dev.parley.auth;

import org.jspecify.annotations.NullMarked;
