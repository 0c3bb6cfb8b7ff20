/// The PostgreSQL side of queries: Panache entities, which stay in here, read within one snapshot.
@NullMarked
package dev.parley.routing.history.postgres;

import org.jspecify.annotations.NullMarked;
