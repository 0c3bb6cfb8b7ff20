/// What the protocol promises, checked on every line that a load brings: no message lost, none
/// twice, one order for everybody.
///
/// [dev.parley.deploy.bench.check.Violations] takes findings from any thread; everything else
/// belongs to the thread of one event loop and allocates nothing while a load runs.
@NullMarked
package dev.parley.deploy.bench.check;

import org.jspecify.annotations.NullMarked;
