package dev.parley.deploy.local.admin;

/// A row of a file of people, checked.
///
/// @param line number of the line on which it begins
/// @param user handle, lower case
/// @param password in clear, or empty if there is a hash
/// @param hash PHC string, or empty if there is a password
/// @param role wire name of the role
record PersonRow(long line, String user, String password, String hash, String role) {
  @Override
  public String toString() {
    return "PersonRow[line=" + line + "]";
  }
}
