package dev.parley.gateway.request;

import dev.parley.contracts.ErrorCode;
import dev.parley.gateway.door.DoorConnection;
import dev.parley.gateway.exchange.RequestFailedException;
import dev.parley.gateway.limit.RateLimits;
import dev.parley.gateway.session.ConnectionState;
import dev.parley.gateway.session.ConnectionState.Greeting;
import dev.parley.gateway.session.ConnectionState.LoggedIn;
import dev.parley.gateway.session.ConnectionState.Proven;
import dev.parley.gateway.session.Session;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/// Who asks: a connection, its state and its rates. Confined to the connection's event loop.
public final class Caller {
  private final DoorConnection connection;
  private final RateLimits rates;
  private ConnectionState state = new Greeting();
  private int wrongPasswords;
  private Runnable afterReply = () -> {};

  Caller(DoorConnection connection, RateLimits rates) {
    this.connection = connection;
    this.rates = rates;
  }

  /// {@return the connection}
  public DoorConnection connection() {
    return connection;
  }

  /// {@return the connection's event loop}
  public Executor loop() {
    return connection.loop();
  }

  /// {@return the same outcome, good or bad, on the connection's event loop}
  ///
  /// @param <T> what comes of it
  /// @param elsewhere completes on any thread
  public <T> CompletableFuture<T> onLoop(CompletableFuture<T> elsewhere) {
    return elsewhere.whenCompleteAsync((_, _) -> {}, loop());
  }

  /// {@return what the connection may do now}
  public ConnectionState state() {
    return state;
  }

  /// Changes what the connection may do.
  ///
  /// @param next the state from here on
  public void become(ConnectionState next) {
    state = next;
  }

  /// {@return the session, if there is one}
  public Optional<Session> session() {
    return state instanceof LoggedIn(Session session) ? Optional.of(session) : Optional.empty();
  }

  /// {@return the session}
  ///
  /// @throws RequestFailedException with `not_logged_in` if there is none
  public Session requireSession() {
    return session()
        .orElseThrow(() ->
            new RequestFailedException(
                ErrorCode.NOT_LOGGED_IN, "log in first: login USER PASSWORD"));
  }

  /// {@return who was proven to be there}
  ///
  /// @throws RequestFailedException with `not_logged_in` if nobody was
  public Proven requireProven() {
    if (state instanceof Proven proven) {
      return proven;
    }
    throw new RequestFailedException(ErrorCode.NOT_LOGGED_IN, "log in first");
  }

  /// {@return handle of the account that asks}
  ///
  /// @throws RequestFailedException with `not_logged_in` if nobody has logged in
  public String account() {
    return requireSession().account();
  }

  /// {@return how many wrong passwords came over this connection, this one included}
  public int countWrongPassword() {
    wrongPasswords++;
    return wrongPasswords;
  }

  /// Has something done right after the reply to the present request was written.
  ///
  /// @param task what
  public void afterReply(Runnable task) {
    afterReply = task;
  }

  RateLimits rates() {
    return rates;
  }

  void replied() {
    Runnable task = afterReply;
    afterReply = () -> {};
    task.run();
  }
}
