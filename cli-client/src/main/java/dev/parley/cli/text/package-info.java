/// Text that others wrote, made harmless and readable: control characters, mentions, names of
/// emoji.
///
/// Knows neither the network nor the terminal.
@NullMarked
package dev.parley.cli.text;

import org.jspecify.annotations.NullMarked;
