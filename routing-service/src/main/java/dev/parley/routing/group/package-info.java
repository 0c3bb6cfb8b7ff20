/// Groups: who makes, joins, fills and leaves them.
///
/// In: the membership records of `parley.conversations`, one handler for each. Out: entries in the
/// group's log, entries in the inboxes of those concerned, audit. On the thread of the batches.
@NullMarked
package dev.parley.routing.group;

import org.jspecify.annotations.NullMarked;
