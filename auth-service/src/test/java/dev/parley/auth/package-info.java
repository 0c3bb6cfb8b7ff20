/// Tests of [dev.parley.auth].
@NullMarked
package dev.parley.auth;

import org.jspecify.annotations.NullMarked;
