package dev.parley.gateway.door;

import dev.parley.contracts.auth.Origin;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/// One open connection, as the layers above its door see it.
///
/// All methods are called on the connection's event loop, which [#loop()] gives. Writing never
/// blocks: what is written within one turn of the loop leaves in one write. A connection whose
/// unsent bytes pass the limit is closed as a slow reader, and later writes to it do nothing.
public interface DoorConnection {
  /// {@return id of the connection, unique over all gateways and their lives}
  String id();

  /// {@return door and network address of the client}
  Origin origin();

  /// {@return the connection's event loop}
  Executor loop();

  /// Writes the answer to a request.
  ///
  /// @param reply the answer; the caller keeps the order of the requests
  void reply(Reply reply);

  /// Writes something that nobody asked for.
  ///
  /// @param event what happened
  void tell(Event event);

  /// Writes entries of a conversation.
  ///
  /// @param entries what is new
  /// @param reader the account that reads
  void deliver(EntryChunk entries, Reader reader);

  /// Tells that somebody has logged in: the time for that no longer runs.
  void authenticated();

  /// {@return whether the client itself tells what has arrived, so that nothing else it does is
  /// taken as a sign of that}
  boolean acknowledges();

  /// {@return whether everything written so far has been taken by the operating system}
  boolean isDrained();

  /// {@return completes on the loop once little enough waits to be sent, or the connection is
  /// closed}
  CompletableFuture<Void> drained();

  /// Stops or resumes reading from the client.
  ///
  /// @param paused whether to stop
  void pauseReading(boolean paused);

  /// Closes after what has been written has left, or after a bounded time. Repeated, it does
  /// nothing.
  ///
  /// @param reason why
  void close(CloseReason reason);

  /// {@return whether [#close] was called or the client is gone}
  boolean isClosed();
}
