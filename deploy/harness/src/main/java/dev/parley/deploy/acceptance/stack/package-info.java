/// Drives a packaged stack as an operator does: by the launcher `./parley`, and by signals to
/// processes.
///
/// In goes a data folder and settings; out come doors, process ids and states, read from `./parley
/// status --json`. Every wait is bounded and fails with what the launcher said last.
@NullMarked
package dev.parley.deploy.acceptance.stack;

import org.jspecify.annotations.NullMarked;
