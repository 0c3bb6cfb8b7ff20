package dev.parley.presence.audit;

import dev.parley.contracts.audit.AuditAction;
import dev.parley.contracts.audit.AuditEvent;
import org.jspecify.annotations.Nullable;

/// Makes audit events.
public final class AuditedEvents {

  private static final long AT = 1_795_180_000_007L;

  private AuditedEvents() {}

  /// {@return a message posted, with every field that such an event has}
  ///
  /// @param topic topic of its cause
  /// @param offset offset of its cause
  public static AuditedEvent posted(String topic, long offset) {
    return of(
        topic,
        new AuditEvent(
            offset,
            0,
            AT,
            AuditAction.MESSAGE_POSTED,
            "alice",
            "#lobby",
            null,
            offset,
            12,
            null,
            null));
  }

  /// {@return a wrong password, which has the other fields}
  ///
  /// @param topic topic of its cause
  /// @param offset offset of its cause
  public static AuditedEvent failed(String topic, long offset) {
    return of(topic, event(offset, "mallory", "alice"));
  }

  static AuditedEvent by(String account, @Nullable String subject) {
    return of("parley.auth", event(7, account, subject));
  }

  private static AuditEvent event(long offset, String account, @Nullable String subject) {
    return new AuditEvent(
        offset,
        1,
        AT,
        AuditAction.LOGIN_FAILED,
        account,
        null,
        subject,
        null,
        null,
        "ssh",
        "192.0.2.7");
  }

  private static AuditedEvent of(String topic, AuditEvent event) {
    return new AuditedEvent("auth-service", topic, 3, event);
  }
}
