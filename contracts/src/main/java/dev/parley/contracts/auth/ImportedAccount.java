package dev.parley.contracts.auth;

/// An account to be made.
///
/// @param account wanted handle, lower case
/// @param hash PHC string of Argon2id
/// @param role what it may do
public record ImportedAccount(String account, String hash, Role role) {
  @Override
  public String toString() {
    return "ImportedAccount[account=" + account + "]";
  }
}
