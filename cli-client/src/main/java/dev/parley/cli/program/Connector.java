package dev.parley.cli.program;

import dev.parley.cli.connection.RefusedException;
import dev.parley.cli.connection.ServerAddress;
import dev.parley.cli.screen.Questions;
import dev.parley.cli.text.Neutral;
import dev.parley.cli.trust.ChangedCertificateException;
import dev.parley.cli.trust.KnownServers;
import dev.parley.cli.trust.UnknownCertificateException;
import java.net.ConnectException;
import java.net.http.HttpTimeoutException;
import java.net.http.WebSocketHandshakeException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Opens a connection, and asks about a certificate that nobody has confirmed yet, as ssh does.
final class Connector {

  private static final int DEPTH = 20;

  private final ServerAddress server;
  private final KnownServers known;
  private final Questions questions;

  Connector(ServerAddress server, KnownServers known, Questions questions) {
    this.server = server;
    this.known = known;
    this.questions = questions;
  }

  /// {@return what a request over the connection gave}
  ///
  /// @param request opens the connection if there is none; tried again after a certificate was
  ///   confirmed
  /// @throws RefusedException if the server said no
  /// @throws TroubleException if there is no connection
  <T> T open(Supplier<? extends CompletableFuture<? extends T>> request) {
    try {
      return await(request.get());
    } catch (UnknownCertificateException e) {
      confirm(e);
      return openConfirmed(request);
    } catch (Exception e) {
      throw trouble(e);
    }
  }

  private <T> T openConfirmed(Supplier<? extends CompletableFuture<? extends T>> request) {
    try {
      return await(request.get());
    } catch (Exception e) {
      throw trouble(e);
    }
  }

  private void confirm(UnknownCertificateException e) {
    questions.tell("The certificate of " + server.name() + " is not known here. Its SHA-256 is");
    questions.tell("  " + e.shown());
    questions.tell("Compare it with what the operator of the server says it is.");
    if (!questions.confirm("Is it the right one, and shall it be remembered?")) {
      throw new TroubleException(
          "the certificate of " + server.name() + " was not confirmed",
          "ask the operator for its SHA-256 fingerprint, then try again",
          ExitCode.NOT_TRUSTED);
    }
    known.add(server.name(), e.shown());
  }

  private static <T> T await(CompletableFuture<? extends T> request) throws Exception {
    try {
      return request.get();
    } catch (ExecutionException e) {
      throw deepest(e);
    }
  }

  /// The cause that says most: a refusal or one of ours, else the innermost.
  private static Exception deepest(Throwable failure) {
    Throwable cause = failure;
    Exception last = new IllegalStateException(failure);
    for (int depth = 0; cause != null && depth < DEPTH; depth++) {
      if (cause instanceof Exception found) {
        last = found;
      }
      if (isOurs(cause)) {
        break;
      }
      cause = cause.getCause();
    }
    return last;
  }

  private static boolean isOurs(Throwable cause) {
    return cause instanceof RefusedException
        || cause instanceof UnknownCertificateException
        || cause instanceof ChangedCertificateException
        || cause instanceof WebSocketHandshakeException
        || cause instanceof ConnectException
        || cause instanceof HttpTimeoutException;
  }

  private RuntimeException trouble(Exception e) {
    return switch (e) {
      case RefusedException refused -> refused;
      case TroubleException known -> known;
      case ChangedCertificateException changed -> changed(changed);
      case WebSocketHandshakeException handshake ->
          new TroubleException(
              server
                  + " answers, but not as a Parley server: status "
                  + handshake.getResponse().statusCode(),
              "check the address; the path is usually /ws",
              ExitCode.NO_CONNECTION);
      default ->
          new TroubleException(
              "no connection to " + server + ": " + reason(e),
              "check the address (--server) and that the server runs (./parley status)",
              ExitCode.NO_CONNECTION);
    };
  }

  private TroubleException changed(ChangedCertificateException e) {
    questions.tell("@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@");
    questions.tell("@   WARNING: THE CERTIFICATE OF THE SERVER HAS CHANGED    @");
    questions.tell("@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@");
    questions.tell("Somebody may be reading along, or the operator has made a new one.");
    questions.tell("  confirmed: " + e.confirmed());
    questions.tell("  shown now: " + e.shown());
    return new TroubleException(
        "the certificate of " + server.name() + " is not the one that was confirmed",
        "ask the operator; if it is right, remove the line of "
            + server.name()
            + " from "
            + known.path(),
        ExitCode.NOT_TRUSTED);
  }

  private static String reason(Exception e) {
    if (e instanceof UnresolvedAddressException) {
      return "no such host";
    }
    @Nullable String message = e.getMessage();
    String otherwise =
        e instanceof ConnectException ? "nobody answers there" : e.getClass().getSimpleName();
    return Optional.ofNullable(message).map(Neutral::line).orElse(otherwise);
  }
}
