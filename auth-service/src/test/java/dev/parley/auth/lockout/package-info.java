/// Tests of [dev.parley.auth.lockout].
@NullMarked
package dev.parley.auth.lockout;

import org.jspecify.annotations.NullMarked;
