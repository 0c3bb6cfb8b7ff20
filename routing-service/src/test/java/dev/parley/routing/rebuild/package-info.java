/// Tests of making the tables again.
@NullMarked
package dev.parley.routing.rebuild;

import org.jspecify.annotations.NullMarked;
