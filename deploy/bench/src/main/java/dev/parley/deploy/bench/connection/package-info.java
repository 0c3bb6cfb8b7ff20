/// Sockets of the tool: many connections on few threads, as cheap as they come, since the tool has
/// to share the machine with what it measures.
///
/// An event loop reads a ready socket once per turn, hands its lines to the listener, and writes
/// what was said meanwhile once, at the end of the turn. Everything of a connection happens on its
/// loop's thread.
@NullMarked
package dev.parley.deploy.bench.connection;

import org.jspecify.annotations.NullMarked;
