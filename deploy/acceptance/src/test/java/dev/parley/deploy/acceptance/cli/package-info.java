/// The terminal client, driven by keys in a real terminal (tmux) against the packaged stack.
@NullMarked
package dev.parley.deploy.acceptance.cli;

import org.jspecify.annotations.NullMarked;
