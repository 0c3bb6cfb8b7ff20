/// What is done now and then, beside the poll loops: deleting topics of ended gateways, forgetting
/// what is old, counting open sessions.
///
/// In: the clock. Out: calls of the features, each job on a thread of its own, one run at a time. A
/// run that fails is logged and is followed by the next.
@NullMarked
package dev.parley.presence.job;

import org.jspecify.annotations.NullMarked;
