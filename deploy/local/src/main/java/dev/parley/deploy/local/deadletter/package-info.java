/// `./parley dead-letters`: the records that nobody could read or apply, from the running stack.
@NullMarked
package dev.parley.deploy.local.deadletter;

import org.jspecify.annotations.NullMarked;
