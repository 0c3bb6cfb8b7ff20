/// Tests of the package of the same name.
@NullMarked
package dev.parley.routing.post;

import org.jspecify.annotations.NullMarked;
