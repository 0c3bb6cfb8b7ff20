/// What a person at the terminal sees: lines, a line that ticks while something takes long, tables,
/// and failures that name their cure. Written by any thread; nothing is read here.
@NullMarked
package dev.parley.deploy.local.console;

import org.jspecify.annotations.NullMarked;
