/// Finding messages by their words.
///
/// In: the names of conversations with new entries, after each commit; and `Search` queries. An
/// [Indexer] on a thread of its own copies messages into an index, in log order, at a bounded rate,
/// and remembers in the database how far it is; so what is posted costs no more for being found
/// later. Out: messages as they are now, of conversations that the asker is a member of.
@NullMarked
package dev.parley.routing.search;

import org.jspecify.annotations.NullMarked;
