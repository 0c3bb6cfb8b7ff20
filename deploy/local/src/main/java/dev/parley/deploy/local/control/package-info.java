/// The way to a running stack: a Unix domain socket that only its owner can open. One request line
/// in, reply lines out, then the end of the stream; one connection at a time.
@NullMarked
package dev.parley.deploy.local.control;

import org.jspecify.annotations.NullMarked;
