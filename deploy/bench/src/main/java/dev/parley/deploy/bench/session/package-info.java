/// Accounts of the tool and their logged-in connections.
///
/// Setting up speaks in commands and futures; once a load runs, lines go to the load's own
/// listener. Listeners run on the thread of the connection's event loop.
@NullMarked
package dev.parley.deploy.bench.session;

import org.jspecify.annotations.NullMarked;
