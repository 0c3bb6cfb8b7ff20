/// Tests of encrypted conversations.
@NullMarked
package dev.parley.routing.encryption;

import org.jspecify.annotations.NullMarked;
