/// The load tool: it talks to a running Parley as many clients at once, checks all that it gets and
/// says how fast it went, what it cost, and how much of the machine's best that is.
///
/// ```
/// command ─ scenario ─ session ─ connection ─ socket ─ the door of a stack, or of the spine
///              │           │
///            check       line        measure and process give the figures, report writes them
/// ```
@NullMarked
package dev.parley.deploy.bench;

import org.jspecify.annotations.NullMarked;
