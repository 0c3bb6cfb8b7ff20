package dev.parley.auth.device;

import java.util.List;

/// Keeps the lists of encryption devices. Every method is one transaction, done when it returns.
///
/// Every method throws [dev.parley.contracts.consumer.TemporaryFaultException] if the database is
/// out of reach.
public interface DeviceStore {
  /// What came of a link.
  sealed interface Linked {
    /// It is the last of the list now, or was before.
    record Done() implements Linked {}

    /// It does not fit.
    ///
    /// @param reason one sentence that names cause and cure
    record Unfit(String reason) implements Linked {}

    /// There is no such account.
    record NoAccount() implements Linked {}
  }

  /// Adds a link, and takes the device that it adds from those that wait.
  ///
  /// @param link the link; names the account
  /// @param restart whether the list begins anew with it
  /// @param rules what fits
  /// @return what came of it
  Linked add(DeviceLink link, boolean restart, DeviceRules rules);

  /// Lets a device wait to be linked; the oldest that wait make room.
  ///
  /// @param account handle
  /// @param statement the device's statement
  /// @param max most that wait
  /// @return whether there is such an account
  boolean await(String account, String statement, int max);

  /// {@return the links of an account's list, oldest first}
  ///
  /// @param account handle
  List<String> links(String account);

  /// {@return the statements that wait, oldest first}
  ///
  /// @param account handle
  List<String> waiting(String account);
}
