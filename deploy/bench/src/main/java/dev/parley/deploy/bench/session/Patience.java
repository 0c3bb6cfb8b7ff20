package dev.parley.deploy.bench.session;

import dev.parley.deploy.bench.line.ServerReply;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/// Asks for what a load needs before it starts, and asks again while the answer is "not now".
public final class Patience {

  /// Most times that one command is said.
  public static final int TRIES = 50;

  private static final Duration ANSWER_LIMIT = Duration.ofSeconds(30);
  private static final Duration PAUSE = Duration.ofMillis(200);

  /// Besides the busy ones: a service may not have heard yet of an account made a moment ago.
  private static final Set<String> NOT_NOW = Set.of("rate_limited", "unavailable", "no_such_user");

  private Patience() {}

  /// Asks until it is done.
  ///
  /// @param connection where to ask
  /// @param command the line, without its end
  /// @return the reply; fails with [RefusedException] on any other refusal or after [#TRIES], with
  ///   [java.util.concurrent.TimeoutException] if there is no answer within 30 s
  public static CompletableFuture<ServerReply.Done> ask(ChatConnection connection, String command) {
    return ask(connection, command, TRIES);
  }

  private static CompletableFuture<ServerReply.Done> ask(
      ChatConnection connection, String command, int tries) {
    return connection
        .request(command)
        .orTimeout(ANSWER_LIMIT.toSeconds(), TimeUnit.SECONDS)
        .thenCompose(reply ->
            switch (reply) {
              case ServerReply.Done done -> CompletableFuture.completedFuture(done);
              case ServerReply.Refused refused -> {
                if (tries <= 1 || !NOT_NOW.contains(refused.code())) {
                  throw new CompletionException(new RefusedException(verb(command), refused));
                }
                yield CompletableFuture.supplyAsync(() -> tries - 1, later())
                    .thenCompose(left -> ask(connection, command, left));
              }
            });
  }

  private static Executor later() {
    return CompletableFuture.delayedExecutor(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
  }

  /// The rest of a command may be a password.
  private static String verb(String command) {
    int space = command.indexOf(' ');
    return space < 0 ? command : command.substring(0, space);
  }
}
