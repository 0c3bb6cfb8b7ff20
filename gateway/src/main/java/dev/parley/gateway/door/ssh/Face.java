package dev.parley.gateway.door.ssh;

import dev.parley.gateway.door.EntryChunk;
import dev.parley.gateway.door.Event;
import dev.parley.gateway.door.Reader;
import dev.parley.gateway.door.Reply;

/// How a connection shows what it is told, which depends on what the client has asked for. On the
/// connection's event loop.
public interface Face {
  /// Shows the answer to a request; answers come in the order of the requests.
  ///
  /// @param reply the answer
  void reply(Reply reply);

  /// Shows an event.
  ///
  /// @param event what happened
  void tell(Event event);

  /// Shows entries.
  ///
  /// @param entries what is new
  /// @param reader who reads
  void entries(EntryChunk entries, Reader reader);
}
