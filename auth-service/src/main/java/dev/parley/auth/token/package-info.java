/// Tokens: signed JWTs (RFC 7519) with which a dropped connection resumes without the password.
///
/// In: an account whose password was right. Out: a token, and the public keys that verify it.
/// Called on the virtual thread of a request.
@NullMarked
package dev.parley.auth.token;

import org.jspecify.annotations.NullMarked;
