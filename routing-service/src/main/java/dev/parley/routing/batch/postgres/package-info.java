/// The PostgreSQL side of batches: plain JDBC, sets of rows, arrays as parameters.
///
/// Called on the thread of the batches, with one connection at a time.
@NullMarked
package dev.parley.routing.batch.postgres;

import org.jspecify.annotations.NullMarked;
