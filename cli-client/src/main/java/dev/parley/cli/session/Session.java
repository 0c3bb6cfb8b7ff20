package dev.parley.cli.session;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.cli.connection.Link;
import dev.parley.cli.connection.LinkListener;
import dev.parley.cli.connection.LinkState;
import dev.parley.cli.connection.RefusedException;
import dev.parley.cli.frame.Frames;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Who is logged in, and that a new connection goes on with the same session. On the loop only.
///
/// The first login fails if there is no connection; from then on a lost connection is opened again
/// and the session resumed, until the server ends it.
public final class Session implements LinkListener {

  private final Link link;
  private final SessionListener listener;
  private @Nullable CompletableFuture<Void> opened;
  private @Nullable Account account;
  private boolean live;

  /// Makes a session that nobody is logged in to.
  ///
  /// @param links makes the link that this listens to
  /// @param listener hears what happens
  public Session(Function<LinkListener, Link> links, SessionListener listener) {
    this.listener = listener;
    this.link = links.apply(this);
  }

  /// Logs in or registers.
  ///
  /// @param credentials of the person
  /// @return the account; exceptionally [RefusedException], or why there is no connection
  public CompletableFuture<Account> logIn(Credentials credentials) {
    ObjectNode fields =
        Frames.JSON
            .createObjectNode()
            .put("user", credentials.user())
            .put("password", credentials.password());
    if (credentials.takeover() && !credentials.register()) {
      fields.put("takeover", true);
    }
    return open()
        .thenCompose(_ -> link.ask(credentials.register() ? "register" : "login", fields))
        .thenApply(answer -> enter(Frames.text(answer, "user"), Frames.text(answer, "token")));
  }

  /// Goes on with a session that was kept.
  ///
  /// @param kept of an earlier run
  /// @return the account; exceptionally [RefusedException], or why there is no connection
  public CompletableFuture<Account> goOn(Account kept) {
    return open()
        .thenCompose(_ -> link.ask("resume", resume(kept)))
        .thenApply(answer -> enter(Frames.text(answer, "user"), kept.token()));
  }

  /// Opens the connection for somebody who logs in by frames of their own.
  ///
  /// @return done when it is open
  public CompletableFuture<Void> open() {
    if (link.state() instanceof LinkState.Open) {
      return CompletableFuture.completedFuture(null);
    }
    var opening = new CompletableFuture<Void>();
    opened = opening;
    link.connect();
    return opening;
  }

  /// Notes that a login which somebody else sent was answered.
  ///
  /// @param user who is logged in now
  /// @param token what the answer gave
  /// @return the account
  public Account enter(String user, String token) {
    var entered = new Account(user, token);
    account = entered;
    goLive(entered);
    return entered;
  }

  /// Ends the session at the server.
  ///
  /// @return done when the server knows, or cannot be told
  public CompletableFuture<Void> logOut() {
    link.keepOpen(false);
    account = null;
    live = false;
    return link.ask("logout", Frames.JSON.createObjectNode())
        .handle((_, _) -> {
          link.close();
          return null;
        });
  }

  /// Leaves without ending the session.
  public void close() {
    account = null;
    live = false;
    link.close();
  }

  /// {@return whether requests are served now}
  public boolean isLive() {
    return live;
  }

  /// {@return the connection}
  public Link link() {
    return link;
  }

  @Override
  public void onState(LinkState state) {
    if (!(state instanceof LinkState.Open)) {
      live = false;
    }
    listener.onLink(state);
    CompletableFuture<Void> waiting = opened;
    if (state instanceof LinkState.Open) {
      opened = null;
      Account resumed = account;
      if (waiting != null) {
        waiting.complete(null);
      } else if (resumed != null) {
        resumeAgain(resumed);
      }
    } else if (waiting != null && !(state instanceof LinkState.Connecting)) {
      opened = null;
      Throwable failure = link.failure();
      waiting.completeExceptionally(
          failure == null ? RefusedException.unavailable("no connection") : failure);
    }
  }

  @Override
  public void onFrame(JsonNode frame) {
    listener.onFrame(frame);
  }

  private void resumeAgain(Account resumed) {
    link.ask("resume", resume(resumed))
        .whenComplete((_, failure) -> {
          if (failure == null) {
            goLive(resumed);
          } else {
            onNotResumed(refusal(failure));
          }
        });
  }

  private void onNotResumed(RefusedException refusal) {
    if (!refusal.isPassing()) {
      close();
      listener.onExpired(refusal);
    } else if (link.state() instanceof LinkState.Open) {
      link.renewLater(refusal.code());
    }
  }

  private void goLive(Account entered) {
    live = true;
    link.keepOpen(true);
    listener.onLive(entered);
  }

  private ObjectNode resume(Account resumed) {
    ObjectNode fields = Frames.JSON.createObjectNode().put("token", resumed.token());
    ObjectNode cursors = fields.putObject("cursors");
    listener.cursors().forEach(cursors::put);
    return fields;
  }

  /// {@return the refusal in whatever a future failed with}
  ///
  /// @param failure of a request
  public static RefusedException refusal(Throwable failure) {
    Throwable cause =
        failure instanceof CompletionException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    return cause instanceof RefusedException refused
        ? refused
        : new RefusedException("internal", String.valueOf(cause.getMessage()), 0);
  }
}
