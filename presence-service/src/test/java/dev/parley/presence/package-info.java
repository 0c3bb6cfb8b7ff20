/// Tests of the service as a whole, and what all of them stand on.
@NullMarked
package dev.parley.presence;

import org.jspecify.annotations.NullMarked;
