/// A client of the line protocol, written from `protocol.md` alone.
///
/// In go the bytes of a `tcp` or `tls` door, read on one virtual thread per connection; out come
/// [replies][dev.parley.deploy.acceptance.line.Reply] in the order of the commands and
/// [events][dev.parley.deploy.acceptance.line.Event] as they happen. Whatever the protocol does not
/// allow (a row without a listing, an event inside one, bytes that are not UTF-8) is kept as a
/// fault and fails the next wait. Every wait ends by a condition, or fails with the transcript.
@NullMarked
package dev.parley.deploy.acceptance.line;

import org.jspecify.annotations.NullMarked;
