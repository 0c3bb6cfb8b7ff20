package dev.parley.cli.encryption.device;

/// How this terminal stands to the account's list of devices.
public sealed interface Standing {
  /// No keys here.
  ///
  /// @param devices how many the account has elsewhere
  record None(int devices) implements Standing {}

  /// Keys are here, and nobody has said the passphrase.
  record Locked() implements Standing {}

  /// Keys are here, and another device has not added them yet.
  ///
  /// @param code what its owner compares on both
  record Waiting(String code) implements Standing {}

  /// It seals and opens.
  record Active() implements Standing {}

  /// Keys are here, and were revoked.
  ///
  /// @param restarted whether the list was begun anew elsewhere
  record Excluded(boolean restarted) implements Standing {}

  /// {@return the stable word for programs}
  default String word() {
    return switch (this) {
      case None _ -> "none";
      case Locked _ -> "locked";
      case Waiting _ -> "waiting";
      case Active _ -> "active";
      case Excluded _ -> "excluded";
    };
  }
}
