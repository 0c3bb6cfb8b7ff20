package dev.parley.deploy.acceptance.traffic;

import dev.parley.deploy.acceptance.line.LineClient;
import dev.parley.deploy.acceptance.line.LineDoor;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Logs accounts in, again and again if need be, until it works or the traffic ends.
final class Logins {

  private static final Duration PAUSE = Duration.ofMillis(100);

  private final LineDoor door;
  private final CountDownLatch end;

  Logins(LineDoor door, CountDownLatch end) {
    this.door = door;
    this.end = end;
  }

  /// {@return a connection with a session, or `null` if the traffic ended first}
  @Nullable LineClient logIn(Account account) {
    LineClient client = attempt(account);
    while (client == null && !isOver(PAUSE)) {
      client = attempt(account);
    }
    return client;
  }

  /// Has an account logged in until the traffic ends, in one session after another.
  ///
  /// @param session what is done in each; it ends when this returns, or when the connection breaks
  void keepLoggedIn(Account account, Consumer<LineClient> session) {
    while (!isOver(Duration.ZERO)) {
      try (LineClient client = logIn(account)) {
        if (client != null) {
          session.accept(client);
        }
      } catch (UncheckedIOException _) {
        // The connection is gone; the next session begins.
      }
    }
  }

  /// {@return a connection with a session}
  ///
  /// @throws AssertionError if the traffic ended first
  LineClient mustLogIn(Account account) {
    LineClient client = logIn(account);
    if (client == null) {
      throw new AssertionError(account + " cannot log in any more");
    }
    return client;
  }

  /// Waits, but not beyond the end.
  ///
  /// @return whether the traffic has ended
  boolean isOver(Duration pause) {
    try {
      return end.await(pause.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  private @Nullable LineClient attempt(Account account) {
    LineClient client = null;
    try {
      client = LineClient.open(door);
      if (client.ask("login " + account + " " + account.password() + " takeover").isOk()) {
        return client;
      }
    } catch (UncheckedIOException | AssertionError _) {
      // Nobody there yet, or nobody who answers: this is what an outage looks like from outside.
    }
    if (client != null) {
      client.close();
    }
    return null;
  }
}
