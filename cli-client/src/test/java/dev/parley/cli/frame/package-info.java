/// Tests of the package of the same name.
@NullMarked
package dev.parley.cli.frame;

import org.jspecify.annotations.NullMarked;
