package dev.parley.cli.sealed;

import java.util.Locale;

/// Why a sealed text is not shown.
public enum Problem {
  /// The bytes end too early, or go on.
  TRUNCATED,
  /// It is of another suite, wrongly signed, or does not open.
  ALTERED,
  /// No list that is trusted has the device.
  UNKNOWN_DEVICE,
  /// It was written for another conversation.
  WRONG_CONVERSATION,
  /// It was written by somebody else.
  WRONG_SENDER,
  /// It is an edit where a message stands or the other way round, or answers another message.
  WRONG_PLACE,
  /// It was written after its device was revoked, or its list replaced.
  REVOKED_DEVICE,
  /// It is not sealed to this device.
  NOT_FOR_THIS_DEVICE,
  /// It was met before, at another number.
  REPLAYED,
  /// Its time does not rise with its number.
  REORDERED;

  /// {@return the stable word for programs}
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
