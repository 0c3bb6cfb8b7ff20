package dev.parley.deploy.bench.line;

/// The server wrote more bytes without a line end than any line of the protocol has.
public final class LineTooLongException extends RuntimeException {
  private static final long serialVersionUID = 1;

  LineTooLongException(int length) {
    super("a line must have at most %d bytes, got %d".formatted(LineScanner.MAX_LINE, length));
  }
}
