/// Tests of the package of the same name.
@NullMarked
package dev.parley.cli.text;

import org.jspecify.annotations.NullMarked;
