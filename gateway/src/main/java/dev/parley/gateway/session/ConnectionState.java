package dev.parley.gateway.session;

/// What a connection may do now.
///
/// ```
/// Greeting ──login──▶ LoggingIn ──accepted──▶ LoggedIn ──logout, loss──▶ Closing
///     ▲                   │ │ refused         ▲                            ▲
///     └───────────────────┼─┘                 │  every state ──────────────┘
///                  proven └──▶ Proven ──enter─┘
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

  /// Who is there is known, and has no session yet.
  ///
  /// @param who who it is
  record Proven(Identity who) implements ConnectionState {}

  /// The connection carries a session.
  ///
  /// @param session the session
  record LoggedIn(Session session) implements ConnectionState {}

  /// Nothing more is done for this connection.
  record Closing() implements ConnectionState {}
}
