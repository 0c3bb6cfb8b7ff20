/// Tests of [dev.parley.auth.postgres].
@NullMarked
package dev.parley.auth.postgres;

import org.jspecify.annotations.NullMarked;
