/// Tests and measurements of the transaction against a real PostgreSQL.
@NullMarked
package dev.parley.routing.batch.postgres;

import org.jspecify.annotations.NullMarked;
