/// Passwords: how they come in (sealed), what is allowed, how they are kept (Argon2id).
///
/// In: sealed passwords. Out: secrets that are wiped after use, hashes, and a public key to seal
/// to. Called on the virtual thread of a request; hashing runs on as many threads as there are
/// cores.
@NullMarked
package dev.parley.auth.password;

import org.jspecify.annotations.NullMarked;
