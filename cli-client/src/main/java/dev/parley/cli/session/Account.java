package dev.parley.cli.session;

/// Who is logged in, and what proves it to a new connection.
///
/// @param user handle, lower case
/// @param token a secret: good for resuming the session until it is logged out or runs out
public record Account(String user, String token) {

  /// {@return the handle; the token stays out of messages and logs}
  @Override
  public String toString() {
    return user;
  }
}
