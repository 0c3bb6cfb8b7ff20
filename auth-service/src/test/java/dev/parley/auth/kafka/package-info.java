/// Tests of [dev.parley.auth.kafka].
@NullMarked
package dev.parley.auth.kafka;

import org.jspecify.annotations.NullMarked;
