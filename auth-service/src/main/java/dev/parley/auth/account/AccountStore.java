package dev.parley.auth.account;

import dev.parley.contracts.auth.Role;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Keeps accounts. Every method is one transaction, done when it returns.
///
/// Every method throws [dev.parley.contracts.consumer.TemporaryFaultException] if the database is
/// out of reach.
public interface AccountStore {
  /// {@return the account that has a handle}
  ///
  /// @param handle lower case
  Optional<Account> find(String handle);

  /// Adds an account, not yet announced, unless its handle is taken.
  ///
  /// @param account the wanted account
  /// @return the account that has the handle now: the wanted one or the one before it
  Account addIfFree(Account account);

  /// Replaces a password.
  ///
  /// @param handle lower case
  /// @param hash PHC string of the new password
  /// @param setBy nonce of the new sealed password
  /// @param change when, why, and which session goes on; it is not announced yet
  void changePassword(String handle, String hash, String setBy, AccountChange change);

  /// Closes an account, or opens it again.
  ///
  /// @param handle lower case
  /// @param disabled whether it is closed
  /// @param change when and why; it is not announced yet
  void setDisabled(String handle, boolean disabled, AccountChange change);

  /// Gives an account another role.
  ///
  /// @param handle lower case
  /// @param role what it may do
  /// @param change when and why; it is not announced yet
  void setRole(String handle, Role role, AccountChange change);

  /// Adds accounts, not yet announced, unless one of their handles is taken by another account than
  /// the same one, known by what set its password.
  ///
  /// @param accounts the wanted accounts, made by one request
  /// @return the handles that are taken; if it is not empty, nothing was added
  List<String> addAll(List<Account> accounts);

  /// {@return the handles that are taken by other accounts than these, by handle}
  ///
  /// @param accounts wanted accounts, made by one request
  List<String> taken(List<Account> accounts);

  /// {@return accounts by handle}
  ///
  /// @param filter which
  /// @param limit most accounts
  List<Account> list(AccountFilter filter, int limit);

  /// Replaces the hash of an unchanged password.
  ///
  /// @param handle lower case
  /// @param from the hash that is outdated; if it is no longer the stored one, nothing is done
  /// @param to PHC string of the same password
  void rehash(String handle, String from, String to);

  /// {@return accounts that the other services may not know of as they are now, oldest first}
  ///
  /// @param before made before that
  /// @param max most accounts returned
  List<Account> unannounced(Instant before, int max);

  /// Notes that the other services know of an account, unless it has changed since.
  ///
  /// @param account the account as they know it
  void markAnnounced(Account account);
}
