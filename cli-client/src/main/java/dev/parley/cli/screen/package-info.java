/// The terminal as a person sees it: scrollback above, what is typed below, then the status lines.
///
/// The line editor reads on the main thread; everything is printed by the loop thread.
@NullMarked
package dev.parley.cli.screen;

import org.jspecify.annotations.NullMarked;
