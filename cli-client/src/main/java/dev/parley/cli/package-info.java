/// The terminal client: `ParleyCli` is where it starts.
@NullMarked
package dev.parley.cli;

import org.jspecify.annotations.NullMarked;
