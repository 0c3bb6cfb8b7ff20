package dev.parley.deploy.bench.session;

/// A connection ended while a reply was awaited.
public final class ConnectionLostException extends RuntimeException {
  private static final long serialVersionUID = 1;

  ConnectionLostException(String cause) {
    super("connection lost: " + cause);
  }
}
