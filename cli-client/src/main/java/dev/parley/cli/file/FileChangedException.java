package dev.parley.cli.file;

import java.nio.file.Path;

/// A file is not what it was when its transfer began.
public final class FileChangedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  FileChangedException(Path file) {
    super(file.getFileName() + " was changed while it was sent; send it again");
  }

  FileChangedException(String message) {
    super(message);
  }
}
