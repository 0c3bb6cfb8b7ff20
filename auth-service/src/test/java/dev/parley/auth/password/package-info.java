/// Tests of [dev.parley.auth.password].
@NullMarked
package dev.parley.auth.password;

import org.jspecify.annotations.NullMarked;
