/// Tests of the package of the same name.
@NullMarked
package dev.parley.cli.conversation;

import org.jspecify.annotations.NullMarked;
