/// Tests of the package of the same name.
@NullMarked
package dev.parley.cli.program;

import org.jspecify.annotations.NullMarked;
