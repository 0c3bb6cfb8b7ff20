package dev.parley.contracts;

import java.util.Locale;

/// Why a request was refused; the stable codes of the public protocol.
public enum ErrorCode {
  /// The request is not one that exists, or its arguments do not fit.
  BAD_COMMAND,
  /// A line, frame or text is longer than allowed.
  TOO_LONG,
  /// A handle or group name breaks the naming rule.
  BAD_NAME,
  /// The request needs a login first.
  NOT_LOGGED_IN,
  /// The account has a session already, or this connection has.
  ALREADY_LOGGED_IN,
  /// The handle belongs to somebody.
  NAME_TAKEN,
  /// Accounts are made by administrators only.
  REGISTRATION_CLOSED,
  /// Wrong password or unknown account; the two are never told apart.
  BAD_CREDENTIALS,
  /// Too many wrong passwords; the detail is the seconds left.
  LOCKED,
  /// The password breaks the password rule.
  WEAK_PASSWORD,
  /// The account is closed by an administrator; told only to who has the right password or key.
  DISABLED,
  /// An ssh key cannot be read, is of a kind that is not taken, is one too many, or is not there.
  BAD_KEY,
  /// A link or statement of an encryption device does not fit, or is one too many.
  BAD_DEVICE,
  /// No account has that handle.
  NO_SUCH_USER,
  /// No group has that name, or none that the asker may know of.
  NO_SUCH_GROUP,
  /// The group's name is taken.
  GROUP_EXISTS,
  /// The asker is not a member of the group.
  NOT_MEMBER,
  /// No message has that seq, or it was withdrawn.
  NO_SUCH_MESSAGE,
  /// There is no such file, or none that the asker may know of.
  NO_SUCH_FILE,
  /// The account's files take all the room that it has.
  NO_ROOM,
  /// The message is somebody else's.
  NOT_AUTHOR,
  /// The time in which a message may be edited or withdrawn is over.
  TOO_LATE,
  /// The request is a moderator's or an administrator's.
  NOT_ALLOWED,
  /// The asker may read the group and not write there; the detail is the seconds left if that ends
  /// by itself.
  MUTED,
  /// The addressee has blocked the author.
  BLOCKED,
  /// The conversation is encrypted, and the text is not.
  ENCRYPTED,
  /// The text is encrypted, and the conversation is not.
  NOT_ENCRYPTED,
  /// Too many requests; the detail is the milliseconds to wait.
  RATE_LIMITED,
  /// The answer did not come in time; what was asked may or may not have happened.
  UNAVAILABLE,
  /// A fault of the server's own.
  INTERNAL;

  private final String wireName = name().toLowerCase(Locale.ROOT);

  /// {@return the code as clients see it, such as `no_such_user`}
  public String wireName() {
    return wireName;
  }
}
