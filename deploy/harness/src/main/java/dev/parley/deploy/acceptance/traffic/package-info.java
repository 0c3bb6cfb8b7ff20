/// Messages that flow while something breaks.
///
/// A [Traffic][dev.parley.deploy.acceptance.traffic.Traffic] keeps writers and readers busy, each
/// on a virtual thread and a connection of its own. Whoever loses the connection connects again and
/// logs in with takeover, as a patient person would. Nothing is ever sent twice: a send whose fate
/// is unknown stays unresolved. What everybody saw goes to a history log, which is checked at the
/// end.
@NullMarked
package dev.parley.deploy.acceptance.traffic;

import org.jspecify.annotations.NullMarked;
