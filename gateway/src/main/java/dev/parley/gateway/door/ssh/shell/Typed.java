package dev.parley.gateway.door.ssh.shell;

import dev.parley.gateway.request.Request;

/// What a line means that somebody typed.
sealed interface Typed {
  /// There is nothing to do.
  record Nothing() implements Typed {}

  /// Something is asked of the server.
  ///
  /// @param request what
  record Ask(Request request) implements Typed {}

  /// The shell has something to say about it.
  ///
  /// @param said lines
  record Word(String said) implements Typed {}

  /// The line protocol is wanted from here on.
  record Plain() implements Typed {}
}
