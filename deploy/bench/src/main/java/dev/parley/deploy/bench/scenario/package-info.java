/// The loads: who talks to whom, how fast, and what must come of it.
///
/// A scenario sets its crew up, lets its talkers post for a
/// [dev.parley.deploy.bench.measure.Window], waits until everything that was posted has arrived,
/// and hands back figures and violations. A talker lives on the thread of its connection's event
/// loop; the scenario runs on the caller's.
@NullMarked
package dev.parley.deploy.bench.scenario;

import org.jspecify.annotations.NullMarked;
