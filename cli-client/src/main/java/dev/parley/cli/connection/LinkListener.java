package dev.parley.cli.connection;

import com.fasterxml.jackson.databind.JsonNode;

/// Hears what comes over a [Link]; called on its loop.
public interface LinkListener {

  /// The connection is in another state. [LinkState.Open]: nobody is logged in on it yet.
  ///
  /// @param state the state
  void onState(LinkState state);

  /// Something came that is no answer to a request of this link.
  ///
  /// @param frame one object
  void onFrame(JsonNode frame);
}
