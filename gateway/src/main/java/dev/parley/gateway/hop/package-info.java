/// When messages came by: what this gateway remembers of the ways that the latest messages took,
/// for `trace`. In memory only, and bounded.
@NullMarked
package dev.parley.gateway.hop;

import org.jspecify.annotations.NullMarked;
