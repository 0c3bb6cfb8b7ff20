package dev.parley.cli.session;

/// What a person logs in with.
///
/// @param user the handle
/// @param password a secret
/// @param register whether the account is to be made
/// @param takeover whether another session of the account is to be ended
public record Credentials(String user, String password, boolean register, boolean takeover) {

  /// {@return the same, ending another session}
  public Credentials takingOver() {
    return new Credentials(user, password, register, true);
  }

  /// {@return the handle; the password stays out of messages and logs}
  @Override
  public String toString() {
    return user;
  }
}
