/// Speaks the frame protocol: JSON over WebSocket.
///
/// In: requests as maps of fields. Out: answers by their id, events in order, the close code. For
/// one test thread; what arrives is kept by a thread of the HTTP client.
@NullMarked
package dev.parley.deploy.acceptance.frame;

import org.jspecify.annotations.NullMarked;
