package dev.parley.routing.conversation;

import dev.parley.contracts.ErrorCode;

/// Why a record changes nothing.
///
/// @param code the code for clients
/// @param message one sentence for people
/// @param detail seconds left for `muted`, else 0
public record Refusal(ErrorCode code, String message, long detail) {

  /// A refusal without a figure.
  ///
  /// @param code the code for clients
  /// @param message one sentence for people
  public Refusal(ErrorCode code, String message) {
    this(code, message, 0);
  }

  /// {@return a refusal because no account has the handle}
  ///
  /// @param handle the handle
  public static Refusal noSuchUser(String handle) {
    return new Refusal(ErrorCode.NO_SUCH_USER, "there is no user " + handle);
  }

  /// {@return a refusal because no group has the name, or none that the asker may know of}
  ///
  /// @param conversation id of the group
  public static Refusal noSuchGroup(String conversation) {
    return new Refusal(ErrorCode.NO_SUCH_GROUP, "there is no group " + conversation);
  }

  /// {@return a refusal because the asker is no member of a group that everyone may know of}
  ///
  /// @param conversation id of the group
  public static Refusal notMember(String conversation) {
    return new Refusal(ErrorCode.NOT_MEMBER, "you are not a member of " + conversation);
  }

  /// {@return a refusal because no message has the seq, or it was withdrawn}
  ///
  /// @param seq the seq
  public static Refusal noSuchMessage(long seq) {
    return new Refusal(ErrorCode.NO_SUCH_MESSAGE, "there is no message " + seq);
  }

  /// {@return a refusal because there is no such file, or its message was withdrawn}
  public static Refusal noSuchFile() {
    return new Refusal(ErrorCode.NO_SUCH_FILE, "there is no such file");
  }

  /// {@return a refusal because the request makes no sense}
  ///
  /// @param message one sentence for people
  public static Refusal badCommand(String message) {
    return new Refusal(ErrorCode.BAD_COMMAND, message);
  }

  /// {@return a refusal of a record that was handled before, and left nothing}
  public static Refusal unknownOutcome() {
    return new Refusal(ErrorCode.UNAVAILABLE, "the answer was lost; please try again");
  }
}
