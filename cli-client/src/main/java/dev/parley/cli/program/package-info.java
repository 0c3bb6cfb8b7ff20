/// The command line: picocli commands, and what an error becomes (a sentence and an exit code).
@NullMarked
package dev.parley.cli.program;

import org.jspecify.annotations.NullMarked;
