/// Makes the tables again from `parley.conversations`, instead of serving: decision 0014.
///
/// In: the log from its first record, up to where the tables were. Out: filled tables, and nothing
/// else: no effect of a record is sent, since it was sent when the record was new. Runs on the
/// thread that starts the service, and ends the process.
@NullMarked
package dev.parley.routing.rebuild;

import org.jspecify.annotations.NullMarked;
