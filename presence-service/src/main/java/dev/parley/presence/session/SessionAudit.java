package dev.parley.presence.session;

import dev.parley.contracts.audit.AuditAction;
import dev.parley.contracts.audit.AuditEvent;
import dev.parley.presence.effect.Cause;
import org.jspecify.annotations.Nullable;

/// What the audit trail hears of sessions.
///
/// An event is known by its cause and item, so the item of each effect must be the same whenever a
/// record is handled again: the opened session is 0, the ones it displaced follow.
public final class SessionAudit {

  static final int FIRST = 0;

  private SessionAudit() {}

  /// {@return the event of a session that ended}
  ///
  /// @param session a session with its end
  /// @param cause the record behind its end
  /// @param item which of the effects of that record this is
  public static AuditEvent ended(Session session, Cause cause, int item) {
    SessionEnd end = session.end();
    return event(session, cause, item, AuditAction.LOGGED_OUT, end == null ? null : end.reason());
  }

  static AuditEvent opened(Session session, Cause cause) {
    return event(session, cause, FIRST, AuditAction.SESSION_OPENED, null);
  }

  private static AuditEvent event(
      Session session, Cause cause, int item, AuditAction action, @Nullable String subject) {
    return new AuditEvent(
        cause.offset(),
        item,
        cause.at(),
        action,
        session.account(),
        null,
        subject,
        null,
        null,
        session.door(),
        session.address());
  }
}
