/// Tests of [dev.parley.auth.key].
@NullMarked
package dev.parley.auth.key;

import org.jspecify.annotations.NullMarked;
