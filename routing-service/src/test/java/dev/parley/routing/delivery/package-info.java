/// Tests of the package of the same name.
@NullMarked
package dev.parley.routing.delivery;

import org.jspecify.annotations.NullMarked;
