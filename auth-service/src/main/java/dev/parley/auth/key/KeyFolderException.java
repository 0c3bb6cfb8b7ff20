package dev.parley.auth.key;

import java.nio.file.Path;

/// A private key can be neither read nor made; the service cannot work without it.
public final class KeyFolderException extends RuntimeException {
  private static final long serialVersionUID = 1;

  KeyFolderException(Path path, Throwable cause) {
    super("private key cannot be read or made, set parley.auth.token.folder: " + path, cause);
  }
}
