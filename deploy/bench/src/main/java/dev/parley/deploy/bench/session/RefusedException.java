package dev.parley.deploy.bench.session;

import dev.parley.deploy.bench.line.ServerReply;

/// The server refused what a load cannot do without.
public final class RefusedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  RefusedException(String command, ServerReply.Refused refusal) {
    super("%s was refused: %s %s".formatted(command, refusal.code(), refusal.text()));
  }
}
