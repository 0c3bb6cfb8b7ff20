/// Tests of the package of the same name.
@NullMarked
package dev.parley.cli.sealed;

import org.jspecify.annotations.NullMarked;
