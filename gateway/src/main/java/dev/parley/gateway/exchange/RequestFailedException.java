package dev.parley.gateway.exchange;

import dev.parley.contracts.ErrorCode;

/// A request ends here, with the code that the client is told. A value on its way through futures,
/// so it carries no stack trace.
public final class RequestFailedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final ErrorCode code;
  private final long detail;

  /// Ends a request.
  ///
  /// @param code why
  /// @param message one sentence for people
  /// @param detail seconds left for `locked` and `muted`, milliseconds for `rate_limited`, else 0
  public RequestFailedException(ErrorCode code, String message, long detail) {
    super(message, null, false, false);
    this.code = code;
    this.detail = detail;
  }

  /// Ends a request without a figure.
  ///
  /// @param code why
  /// @param message one sentence for people
  public RequestFailedException(ErrorCode code, String message) {
    this(code, message, 0);
  }

  /// {@return why}
  public ErrorCode code() {
    return code;
  }

  /// {@return the figure that belongs to the code, else 0}
  public long detail() {
    return detail;
  }

  /// {@return the sentence for people}
  public String sentence() {
    String message = getMessage();
    return message == null ? "" : message;
  }
}
