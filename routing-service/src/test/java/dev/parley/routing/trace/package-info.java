@NullMarked
package dev.parley.routing.trace;

import org.jspecify.annotations.NullMarked;
