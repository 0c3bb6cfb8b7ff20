package dev.parley.cli.frame;

/// Sealed texts that were not opened, in words for people.
public final class Unopened {
  /// Stands in `sealed` of what was opened.
  public static final String OPEN = "open";

  private Unopened() {}

  /// {@return what is shown in place of a text}
  ///
  /// @param reason a word of `docs/encryption.md`, or one of this client
  public static String text(String reason) {
    return "[encrypted, and not shown: " + why(reason) + "]";
  }

  private static String why(String reason) {
    return switch (reason) {
      case "no_keys" -> "there are no keys here; /devices make makes them";
      case "keys_locked" -> "the keys are locked; /unlock asks for the passphrase";
      case "not_for_this_device" -> "it was not written for this device";
      case "unknown_device" ->
          "nobody who is trusted has the device it comes from; it is shown as soon as it opens";
      case "revoked_device" -> "it was written after its device was removed";
      case "altered" -> "it was altered on its way";
      case "truncated" -> "it is cut off";
      case "replayed" -> "it is a repetition of another message";
      case "reordered" -> "it is not in the order in which it was written";
      case "wrong_conversation", "wrong_place", "wrong_sender" ->
          "it was written for another place";
      default -> reason;
    };
  }
}
