/// Tests of the package of the same name.
@NullMarked
package dev.parley.cli.machine;

import org.jspecify.annotations.NullMarked;
