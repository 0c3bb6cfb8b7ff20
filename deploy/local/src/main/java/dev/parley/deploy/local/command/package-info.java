/// One class per command of `./parley`. A command parses its options, does its work on the main
/// thread, and ends with the next step; failures become one cause, one cure and an exit code.
@NullMarked
package dev.parley.deploy.local.command;

import org.jspecify.annotations.NullMarked;
