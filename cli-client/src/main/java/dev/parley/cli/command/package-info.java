/// The `/` commands: a table of names, usages and handlers, the same names as on the web page.
@NullMarked
package dev.parley.cli.command;

import org.jspecify.annotations.NullMarked;
