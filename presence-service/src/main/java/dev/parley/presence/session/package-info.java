/// Sessions: who is logged in where. Opened under the limit per account, closed by their gateway,
/// by a takeover, or with their gateway.
///
/// In: the [dev.parley.presence.session.Change]s of one poll, on the poll thread, in the order of
/// each partition. Out: one transaction on the [dev.parley.presence.session.SessionStore], then the
/// effects: replies, takeovers, came and went, audit events.
///
/// ```
///              open, free place                     close / taken_over
///   (unknown) ──────────────────▶  open  ──────────────────────────────▶ closed, for good
///        │ open, no place            │ its gateway ends:
///        ▼                           │ gateway_lost / stopped
///     refused                        └─────────────────────────────────▶ closed, for good
/// ```
///
/// All requests of an account lie in one partition, so they meet here in one order. A record that
/// was handled before (see [dev.parley.presence.session.Progress]) changes nothing and is answered
/// as the first time.
@NullMarked
package dev.parley.presence.session;

import org.jspecify.annotations.NullMarked;
