/// The ssh door for people at a terminal: a line editor with history and completion, and what
/// happens printed above it.
///
/// In: bytes that somebody types. Out: requests to the pipeline, text to the channel. The shell
/// belongs to the connection's event loop; the editor waits for keys on a virtual thread of its
/// own, and what is printed leaves on another.
@NullMarked
package dev.parley.gateway.door.ssh.shell;

import org.jspecify.annotations.NullMarked;
