/// What a password must be, and what is kept of it: the same in auth-service and in the tool that
/// imports people, so that neither takes what the other would refuse.
///
/// Plain Java and BouncyCastle. Safe for many threads, but for [Secret].
@NullMarked
package dev.parley.password;

import org.jspecify.annotations.NullMarked;
