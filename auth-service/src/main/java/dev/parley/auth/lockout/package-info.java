/// Lockout: a few wrong passwords in a row close an account for a while, to everybody.
///
/// In: attempts, before anybody looks at the password. Out: whether it may be looked at. Handles
/// that nobody has are locked alike, so a lock tells nothing. Called on the virtual thread of a
/// request.
///
/// | state | attempt admitted | then wrong | then right |
/// | --- | --- | --- | --- |
/// | fewer failures than allowed | yes, counted at once | stays counted | forgotten |
/// | last allowed failure | yes, counted, locked at once | stays locked | forgotten |
/// | locked | no | - | - |
/// | lock is over | yes, counted as the first | stays counted | forgotten |
@NullMarked
package dev.parley.auth.lockout;

import org.jspecify.annotations.NullMarked;
