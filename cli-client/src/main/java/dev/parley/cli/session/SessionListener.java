package dev.parley.cli.session;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.cli.connection.LinkState;
import dev.parley.cli.connection.RefusedException;
import java.util.Map;

/// Hears of a [Session]; called on the loop.
public interface SessionListener {

  /// The session is served by the open connection; comes again with each new connection.
  ///
  /// @param account who
  void onLive(Account account);

  /// The connection is in another state.
  ///
  /// @param state the state
  void onLink(LinkState state);

  /// The server told something, or answered a request that was sent as it is.
  ///
  /// @param frame one object
  void onFrame(JsonNode frame);

  /// The session cannot be resumed: somebody has to log in again.
  ///
  /// @param refusal what the server said
  void onExpired(RefusedException refusal);

  /// {@return how far each conversation has arrived, by the spelling of the server}
  Map<String, Long> cursors();
}
