/// Tests of the package of the same name.
@NullMarked
package dev.parley.routing.ownership;

import org.jspecify.annotations.NullMarked;
