/// Tests of the package of the same name.
@NullMarked
package dev.parley.cli.file;

import org.jspecify.annotations.NullMarked;
