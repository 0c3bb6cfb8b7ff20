package dev.parley.presence.session;

import dev.parley.contracts.presence.CloseSession;
import dev.parley.contracts.presence.EndSessions;
import dev.parley.contracts.presence.OpenSession;
import dev.parley.contracts.presence.ResumeSession;
import dev.parley.presence.effect.Cause;

/// What a record of `parley.presence` asks to be changed.
public sealed interface Change {

  /// {@return the record behind it}
  Cause cause();

  /// A session is to be opened.
  ///
  /// @param request what was asked
  /// @param cause the record behind it
  record Opening(OpenSession request, Cause cause) implements Change {}

  /// The session of a token is to go on elsewhere.
  ///
  /// @param request what was asked
  /// @param cause the record behind it
  record Resuming(ResumeSession request, Cause cause) implements Change {}

  /// A session has ended.
  ///
  /// @param request what was told
  /// @param cause the record behind it
  record Closing(CloseSession request, Cause cause) implements Change {}

  /// The logins of an account are void.
  ///
  /// @param request what was told
  /// @param cause the record behind it
  record AccountEnding(EndSessions request, Cause cause) implements Change {

    /// {@return how its sessions end}
    public SessionEnd sessionEnd() {
      return new SessionEnd(cause.at(), request.reason());
    }
  }

  /// A gateway has ended, and all its sessions with it. Ending one that has ended changes nothing.
  ///
  /// @param gateway id of the gateway
  /// @param reason [SessionEnd#GATEWAY_LOST] or [SessionEnd#GATEWAY_STOPPED]
  /// @param cause its farewell, or the pulse that showed its silence
  record GatewayEnding(String gateway, String reason, Cause cause) implements Change {

    /// {@return how its sessions end}
    public SessionEnd sessionEnd() {
      return new SessionEnd(cause.at(), reason);
    }
  }
}
