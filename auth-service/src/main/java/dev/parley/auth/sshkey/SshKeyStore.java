package dev.parley.auth.sshkey;

import java.util.List;

/// Keeps the ssh keys of accounts. Every method is one transaction, done when it returns.
///
/// Every method throws [dev.parley.contracts.consumer.TemporaryFaultException] if the database is
/// out of reach.
public interface SshKeyStore {
  /// What came of adding a key.
  enum Added {
    /// The account has the key now, or had it before.
    DONE,
    /// The account has as many as it may.
    FULL,
    /// There is no such account.
    NO_ACCOUNT
  }

  /// Adds a key; one that the account has stays as it is.
  ///
  /// @param account handle
  /// @param key the key
  /// @param max most keys of an account
  /// @return what came of it
  Added add(String account, StoredKey key, int max);

  /// Removes a key.
  ///
  /// @param account handle
  /// @param fingerprint of the key
  /// @return whether the account had it
  boolean remove(String account, String fingerprint);

  /// {@return the keys of an account, oldest first}
  ///
  /// @param account handle
  List<StoredKey> list(String account);
}
