/// Tests of the package of the same name.
@NullMarked
package dev.parley.routing.delivery.kafka;

import org.jspecify.annotations.NullMarked;
