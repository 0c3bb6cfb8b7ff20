/// Tests of the package of the same name.
@NullMarked
package dev.parley.routing.subscription;

import org.jspecify.annotations.NullMarked;
