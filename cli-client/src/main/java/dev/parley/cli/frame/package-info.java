/// The frames of the public protocol (docs/protocol.md) as records: what the server tells unasked.
///
/// JSON comes in, [dev.parley.cli.frame.Event]s go out. Whatever is unknown is left out, never an
/// error.
@NullMarked
package dev.parley.cli.frame;

import org.jspecify.annotations.NullMarked;
