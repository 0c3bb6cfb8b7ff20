/// What a client may ask, and one handler for each verb.
///
/// In: requests in the order of their connection. Out: replies in the same order. On the event loop
/// of the connection; handlers never wait.
@NullMarked
package dev.parley.gateway.request;

import org.jspecify.annotations.NullMarked;
