/// Who is here: `whoelse`, `wholasthr` and `ping`.
///
/// In: the questions of one poll, on the poll thread. Out: their answers. All instances answer from
/// the store, which they share; the questions of one poll share one reading of it, so a rush of
/// them costs little more than one. A repeated question is answered again.
@NullMarked
package dev.parley.presence.query;

import org.jspecify.annotations.NullMarked;
