/// A poll of the log becomes one transaction.
///
/// In: the records of one poll. Steps, all on the poll loop's thread: read what is needed, apply
/// each record with the handler of its kind, move the fences and commit, then sort and send the
/// effects. Out: stored conversations; a future that completes when the effects are acknowledged.
@NullMarked
package dev.parley.routing.batch;

import org.jspecify.annotations.NullMarked;
