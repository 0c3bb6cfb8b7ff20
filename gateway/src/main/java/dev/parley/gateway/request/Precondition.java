package dev.parley.gateway.request;

import dev.parley.contracts.ErrorCode;
import dev.parley.gateway.exchange.RequestFailedException;
import dev.parley.gateway.session.ConnectionState;
import dev.parley.gateway.session.ConnectionState.Closing;
import dev.parley.gateway.session.ConnectionState.Greeting;
import dev.parley.gateway.session.ConnectionState.LoggedIn;
import dev.parley.gateway.session.ConnectionState.LoggingIn;
import dev.parley.gateway.session.ConnectionState.Proven;

/// In which state of a connection a verb may be used. What is not allowed is refused.
public enum Precondition {
  /// In every state.
  NONE,
  /// While nobody is logged in.
  LOGGED_OUT,
  /// While it is known who is there, and there is no session yet.
  PROVEN,
  /// While somebody is logged in.
  LOGGED_IN;

  void check(ConnectionState state) {
    switch (state) {
      case Greeting(), LoggingIn() -> {
        if (this == LOGGED_IN || this == PROVEN) {
          throw new RequestFailedException(
              ErrorCode.NOT_LOGGED_IN, "log in first: login USER PASSWORD");
        }
      }
      case Proven(_) -> {
        if (this == LOGGED_IN) {
          throw new RequestFailedException(ErrorCode.NOT_LOGGED_IN, "there is no session");
        }
        if (this == LOGGED_OUT) {
          throw new RequestFailedException(ErrorCode.ALREADY_LOGGED_IN, "you are known already");
        }
      }
      case LoggedIn(_) -> {
        if (this == LOGGED_OUT || this == PROVEN) {
          throw new RequestFailedException(
              ErrorCode.ALREADY_LOGGED_IN, "you are logged in; log out first");
        }
      }
      case Closing() ->
          throw new RequestFailedException(ErrorCode.UNAVAILABLE, "the connection is closing");
    }
  }
}
