/// The command, event and error tables of the line protocol, row by row.
///
/// Each test is written from `protocol.md`: what a person types, and what comes back to everybody.
@NullMarked
package dev.parley.deploy.acceptance.command;

import org.jspecify.annotations.NullMarked;
