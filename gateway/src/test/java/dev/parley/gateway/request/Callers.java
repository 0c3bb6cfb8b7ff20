package dev.parley.gateway.request;

import dev.parley.gateway.door.DoorConnection;
import dev.parley.gateway.limit.Limits;
import dev.parley.gateway.limit.RateLimits;
import dev.parley.gateway.session.ConnectionState;
import dev.parley.gateway.session.Session;

/// Callers that have logged in, for tests of handlers.
public final class Callers {
  private Callers() {}

  /// {@return who asks with a session}
  public static Caller with(Session session, DoorConnection connection) {
    Caller caller = new Caller(connection, new RateLimits(Limits.off(), 0));
    caller.become(new ConnectionState.LoggedIn(session));
    return caller;
  }
}
