/// Sessions of accounts on this gateway: what each has been given, its catch-up after login, its
/// cursors.
///
/// In: entries of subscriptions, backlog pages. Out: entries to connections, cursor moves to the
/// log. A session is confined to the event loop of its connection.
@NullMarked
package dev.parley.gateway.session;

import org.jspecify.annotations.NullMarked;
