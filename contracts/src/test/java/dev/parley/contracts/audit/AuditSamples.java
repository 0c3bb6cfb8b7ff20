package dev.parley.contracts.audit;

import java.util.List;

/// One record of each kind on `parley.audit`.
public final class AuditSamples {
  private AuditSamples() {}

  /// {@return a record of each kind}
  public static List<AuditRecord> all() {
    AuditEvent posted =
        new AuditEvent(
            99,
            1,
            1_700_000_000_123L,
            AuditAction.MESSAGE_POSTED,
            "alice",
            "@alice+bob",
            "bob",
            7L,
            42,
            "tls",
            "192.0.2.7");
    return List.of(new AuditBatch("routing-service", "parley.conversations", 5, List.of(posted)));
  }
}
