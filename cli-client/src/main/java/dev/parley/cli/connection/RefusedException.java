package dev.parley.cli.connection;

/// The server said no, or nothing. The code is one of docs/protocol.md; `unavailable` also stands
/// for a connection that was lost and for an answer that did not come in time.
public final class RefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String code;
  private final long detail;

  /// Makes one.
  ///
  /// @param code stable word for programs
  /// @param message for people, not neutralised
  /// @param detail seconds of `locked`, milliseconds of `rate_limited`, else 0
  public RefusedException(String code, String message, long detail) {
    super(message, null, false, false);
    this.code = code;
    this.detail = detail;
  }

  /// {@return a refusal that this side makes because nothing will be answered}
  ///
  /// @param why for people
  public static RefusedException unavailable(String why) {
    return new RefusedException("unavailable", why, 0);
  }

  /// {@return the stable word}
  public String code() {
    return code;
  }

  /// {@return seconds of `locked`, milliseconds of `rate_limited`, else 0}
  public long detail() {
    return detail;
  }

  /// {@return whether the same request may go well later}
  public boolean isPassing() {
    return code.equals("unavailable") || code.equals("rate_limited") || code.equals("internal");
  }
}
