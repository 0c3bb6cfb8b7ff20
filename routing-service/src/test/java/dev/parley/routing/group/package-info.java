/// Tests of the package of the same name.
@NullMarked
package dev.parley.routing.group;

import org.jspecify.annotations.NullMarked;
