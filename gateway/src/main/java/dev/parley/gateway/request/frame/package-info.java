/// The frame protocol: a text of JSON becomes a request, replies, events and entries become JSON.
///
/// Pure functions without state, free of threads.
@NullMarked
package dev.parley.gateway.request.frame;

import org.jspecify.annotations.NullMarked;
