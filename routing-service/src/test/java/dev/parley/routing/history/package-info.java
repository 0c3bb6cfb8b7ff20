/// Tests of the package of the same name.
@NullMarked
package dev.parley.routing.history;

import org.jspecify.annotations.NullMarked;
