package dev.parley.gateway.session;

/// What a connection may do now.
///
/// ```
/// Greeting ──login──▶ LoggingIn ──accepted──▶ LoggedIn ──logout, loss──▶ Closing
///     ▲                   │ refused                                        ▲
///     └───────────────────┘                 every state ──────────────────┘
/// ```
public sealed interface ConnectionState {
  /// Nobody has logged in.
  record Greeting() implements ConnectionState {
    /// {@return the state while a login is judged}
    public LoggingIn loggingIn() {
      return new LoggingIn();
    }
  }

  /// A login is being judged.
  record LoggingIn() implements ConnectionState {
    /// {@return the state after a refusal}
    public Greeting refused() {
      return new Greeting();
    }

    /// {@return the state after a login}
    ///
    /// @param session the new session
    public LoggedIn accepted(Session session) {
      return new LoggedIn(session);
    }
  }

  /// The connection carries a session.
  ///
  /// @param session the session
  record LoggedIn(Session session) implements ConnectionState {}

  /// Nothing more is done for this connection.
  record Closing() implements ConnectionState {}
}
