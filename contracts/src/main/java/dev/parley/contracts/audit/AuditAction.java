package dev.parley.contracts.audit;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// What an audit event tells of.
public enum AuditAction {
  /// An account was made.
  REGISTERED,
  /// A password was right, or an ssh key: the subject is its fingerprint.
  LOGGED_IN,
  /// A password was wrong, or the account unknown.
  LOGIN_FAILED,
  /// An account was locked after too many wrong passwords.
  LOCKED,
  /// A password was changed.
  PASSWORD_CHANGED,
  /// An ssh key was added; the subject is its fingerprint.
  KEY_ADDED,
  /// An ssh key was removed; the subject is its fingerprint.
  KEY_REMOVED,
  /// The list of encryption devices grew; the subject is the number of its link.
  DEVICE_LINKED,
  /// The list of encryption devices began anew: the account has another identity.
  DEVICES_RESTARTED,
  /// An administrator closed the account of the subject.
  ACCOUNT_DISABLED,
  /// An administrator opened the account of the subject again.
  ACCOUNT_ENABLED,
  /// An administrator gave the subject another password.
  PASSWORD_RESET,
  /// An administrator gave the subject another role.
  ROLE_CHANGED,
  /// An administrator made the account of the subject from a file.
  ACCOUNT_IMPORTED,
  /// An administrator read the audit trail.
  AUDIT_READ,
  /// A session was opened.
  SESSION_OPENED,
  /// A session ended; the subject is the reason.
  LOGGED_OUT,
  /// A group was created.
  GROUP_CREATED,
  /// The subject was added to a group.
  MEMBER_ADDED,
  /// The account joined an open group.
  MEMBER_JOINED,
  /// The subject was removed from a group.
  MEMBER_REMOVED,
  /// The account left a group.
  MEMBER_LEFT,
  /// The subject may no longer write in a group.
  MEMBER_MUTED,
  /// The subject may write in a group again.
  MEMBER_UNMUTED,
  /// The account blocks the subject.
  BLOCKED,
  /// The account no longer blocks the subject.
  UNBLOCKED,
  /// The account posted a message.
  MESSAGE_POSTED,
  /// The account edited a message of its own.
  MESSAGE_EDITED,
  /// The account withdrew a message: its own, or as a moderator anybody's.
  MESSAGE_DELETED;

  private final String wireName = name().toLowerCase(Locale.ROOT);

  /// {@return the action as the trail shows it, such as `login_failed`}
  public String wireName() {
    return wireName;
  }

  /// {@return the names of all actions, in their order here}
  public static List<String> wireNames() {
    return Arrays.stream(values()).map(AuditAction::wireName).toList();
  }
}
