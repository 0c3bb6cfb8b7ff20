/// What a batch causes outside the database: collected while it is handled, written once it is
/// committed.
///
/// In: replies, notices, announcements and audit events from the features, on the poll thread or
/// that of a job. Out: one [Effects] for the publisher. Written at least once; whoever reads them
/// must bear a repetition.
@NullMarked
package dev.parley.presence.effect;

import org.jspecify.annotations.NullMarked;
