/// Tests of reading the log by hand.
@NullMarked
package dev.parley.routing.rebuild.kafka;

import org.jspecify.annotations.NullMarked;
