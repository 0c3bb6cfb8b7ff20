/// The line protocol as bytes: cuts what a socket yields into lines, reads fields out of them and
/// writes texts that carry what a reader needs to check them.
///
/// Nothing here allocates while a load runs. Each object belongs to the thread of one event loop.
@NullMarked
package dev.parley.deploy.bench.line;

import org.jspecify.annotations.NullMarked;
