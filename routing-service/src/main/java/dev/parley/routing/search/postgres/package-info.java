/// The PostgreSQL side of search: `tsvector` for words, trigrams for parts of them.
///
/// The index is written by the indexer's thread on a connection of its own, and read within the
/// snapshots of queries.
@NullMarked
package dev.parley.routing.search.postgres;

import org.jspecify.annotations.NullMarked;
