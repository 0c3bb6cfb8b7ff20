/// What happened to the messages of a run, and whether it was allowed.
///
/// In goes what clients saw, told by any thread to a
/// [HistoryLog][dev.parley.deploy.acceptance.history.HistoryLog]: each send with its outcome, each
/// arrival at a reader, and the rows that the server holds in the end. Out come the
/// [violations][dev.parley.deploy.acceptance.history.Violation] that a
/// [Checker][dev.parley.deploy.acceptance.history.Checker] finds. Nothing here knows how messages
/// travel. A message is known by conversation, author and text, so every text of a run is unique.
@NullMarked
package dev.parley.deploy.acceptance.history;

import org.jspecify.annotations.NullMarked;
