/// Tests of the package of the same name.
@NullMarked
package dev.parley.routing.block;

import org.jspecify.annotations.NullMarked;
