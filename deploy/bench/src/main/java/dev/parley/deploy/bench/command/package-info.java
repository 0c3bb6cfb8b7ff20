/// The command line: options in, a Markdown report on standard output, progress on standard error.
@NullMarked
package dev.parley.deploy.bench.command;

import org.jspecify.annotations.NullMarked;
