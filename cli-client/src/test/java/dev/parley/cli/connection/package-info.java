/// Tests of the package of the same name.
@NullMarked
package dev.parley.cli.connection;

import org.jspecify.annotations.NullMarked;
