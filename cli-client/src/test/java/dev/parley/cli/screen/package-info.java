/// Tests of the package of the same name.
@NullMarked
package dev.parley.cli.screen;

import org.jspecify.annotations.NullMarked;
