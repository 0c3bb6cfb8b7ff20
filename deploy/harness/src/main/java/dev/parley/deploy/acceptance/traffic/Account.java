package dev.parley.deploy.acceptance.traffic;

/// Somebody who can log in.
///
/// @param handle the handle, lower case
/// @param password the password
public record Account(String handle, String password) {

  @Override
  public String toString() {
    return handle;
  }
}
