package dev.parley.presence.audit;

import java.io.IOException;
import java.nio.file.Path;

/// The audit file cannot be used, which a person has to mend before the service can start.
public final class AuditFileException extends RuntimeException {

  private static final long serialVersionUID = 1;

  AuditFileException(Path file, IOException cause) {
    super(
        "cannot write to the audit file %s (parley.presence.audit.file): %s"
            .formatted(file, cause.getMessage()),
        cause);
  }
}
