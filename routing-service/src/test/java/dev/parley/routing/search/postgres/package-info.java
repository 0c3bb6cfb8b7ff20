/// Tests of search on PostgreSQL.
@NullMarked
package dev.parley.routing.search.postgres;

import org.jspecify.annotations.NullMarked;
