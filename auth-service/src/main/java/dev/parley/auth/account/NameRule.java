package dev.parley.auth.account;

import dev.parley.auth.Refusal;
import dev.parley.contracts.Handles;
import dev.parley.contracts.auth.AdminProof;
import java.util.Optional;
import java.util.Set;

/// Which handles may be registered.
public final class NameRule {
  /// Names that readers would take for the server or for a crowd.
  private static final Set<String> RESERVED =
      Set.of("parley", "system", "server", "lobby", "everyone", "all", "here", AdminProof.CONSOLE);

  private NameRule() {}

  /// {@return why the handle may not be registered, if it may not}
  ///
  /// @param handle the wanted handle
  public static Optional<Refusal> breach(String handle) {
    if (!Handles.isHandle(handle)) {
      return Optional.of(Refusal.BAD_NAME);
    }
    return RESERVED.contains(handle) ? Optional.of(Refusal.NAME_TAKEN) : Optional.empty();
  }
}
