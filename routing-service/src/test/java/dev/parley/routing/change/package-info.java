/// Tests of changes to messages.
@NullMarked
package dev.parley.routing.change;

import org.jspecify.annotations.NullMarked;
