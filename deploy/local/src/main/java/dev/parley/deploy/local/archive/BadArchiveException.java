package dev.parley.deploy.local.archive;

import java.io.Serial;

/// A file is no whole archive of this format, or the passphrase does not open it.
public final class BadArchiveException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  BadArchiveException(String message) {
    super(message);
  }

  BadArchiveException(String message, Throwable cause) {
    super(message, cause);
  }
}
