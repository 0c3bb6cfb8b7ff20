package dev.parley.deploy.local.control;

/// Does what a request asks for.
@FunctionalInterface
public interface ControlHandler {

  /// Handles one request; its end without an exception is success.
  ///
  /// @param request one line
  /// @throws dev.parley.deploy.local.console.TroubleException if it cannot be done; both its
  ///   sentences go back to the asker
  void handle(String request);
}
