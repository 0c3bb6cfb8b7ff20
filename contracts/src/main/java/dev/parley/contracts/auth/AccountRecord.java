package dev.parley.contracts.auth;

/// A fact on `parley.accounts`; the key is the account, and the topic is compacted.
public sealed interface AccountRecord permits AccountCreated {
  /// {@return handle of the account, lower case}
  String account();
}
