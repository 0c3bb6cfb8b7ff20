package dev.parley.auth;

import dev.parley.contracts.audit.AuditAction;
import org.jspecify.annotations.Nullable;

/// One thing that the audit trail tells of a request.
///
/// @param action what was done
/// @param subject whom or what it was done to, if that is not the account that asked
public record Deed(AuditAction action, @Nullable String subject) {
  /// Tells of what an account did to itself.
  ///
  /// @param action what was done
  public Deed(AuditAction action) {
    this(action, null);
  }
}
