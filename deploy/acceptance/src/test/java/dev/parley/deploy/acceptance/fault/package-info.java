/// Processes die while messages flow, and the checker decides whether anything was lost.
///
/// Nobody helps the stack: it must heal by itself. How long that took is written to
/// `target/heal-times.md`; it is a figure, not an assertion.
@NullMarked
package dev.parley.deploy.acceptance.fault;

import org.jspecify.annotations.NullMarked;
