/// Tests of the package of the same name.
@NullMarked
package dev.parley.routing.conversation;

import org.jspecify.annotations.NullMarked;
