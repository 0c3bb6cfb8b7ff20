package dev.parley.deploy.bench.session;

/// A connection ended while a reply was awaited.
public final class ConnectionLostException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /// Names what was lost.
  ///
  /// @param cause one line for people
  public ConnectionLostException(String cause) {
    super("connection lost: " + cause);
  }
}
