/// Tests of the package of the same name.
@NullMarked
package dev.parley.cli.command;

import org.jspecify.annotations.NullMarked;
