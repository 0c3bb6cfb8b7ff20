/// Tests of [dev.parley.auth.token].
@NullMarked
package dev.parley.auth.token;

import org.jspecify.annotations.NullMarked;
