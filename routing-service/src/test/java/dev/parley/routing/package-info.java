/// Tests of the service as a whole without running it.
@NullMarked
package dev.parley.routing;

import org.jspecify.annotations.NullMarked;
