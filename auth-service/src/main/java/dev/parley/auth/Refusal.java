package dev.parley.auth;

import dev.parley.contracts.ErrorCode;
import java.time.Duration;

/// Why a request is not done. One text for each reason, so that no answer tells more than its code.
///
/// @param code stable code
/// @param message one sentence for people
/// @param detail seconds left for `locked`, else 0
public record Refusal(ErrorCode code, String message, long detail) {
  /// Wrong password, unknown account, bad seal or stale token: never told apart.
  public static final Refusal BAD_CREDENTIALS =
      new Refusal(ErrorCode.BAD_CREDENTIALS, "wrong user name or password");

  /// The handle breaks the naming rule.
  public static final Refusal BAD_NAME =
      new Refusal(
          ErrorCode.BAD_NAME,
          "a user name has 3 to 32 characters of a-z 0-9 _ . - and begins with a letter");

  /// The handle belongs to somebody, or to the server itself.
  public static final Refusal NAME_TAKEN =
      new Refusal(ErrorCode.NAME_TAKEN, "this user name is taken");

  /// Nobody makes an account for oneself here.
  public static final Refusal REGISTRATION_CLOSED =
      new Refusal(
          ErrorCode.REGISTRATION_CLOSED,
          "accounts are made by the administrators of this server; ask one of them");

  /// The account is closed.
  public static final Refusal DISABLED =
      new Refusal(
          ErrorCode.DISABLED, "this account is disabled, ask an administrator to enable it");

  /// Who asks is no administrator.
  public static final Refusal NOT_ADMIN =
      new Refusal(ErrorCode.NOT_ALLOWED, "only an administrator may do this");

  /// Who asks has shown something that is not good, or not any more.
  public static final Refusal BAD_PROOF =
      new Refusal(ErrorCode.BAD_CREDENTIALS, "this login is over; log in again");

  /// Nobody has the handle.
  public static final Refusal NO_SUCH_USER =
      new Refusal(ErrorCode.NO_SUCH_USER, "nobody has this user name");

  /// An administrator would shut the door behind.
  public static final Refusal ONESELF =
      new Refusal(
          ErrorCode.NOT_ALLOWED,
          "not to your own account; ask another administrator, or use the server's console");

  /// More passwords wait to be hashed than may, or more requests of the account.
  public static final Refusal BUSY =
      new Refusal(ErrorCode.UNAVAILABLE, "busy, try again in a moment");

  /// The password was sealed to a key that is not the present one.
  public static final Refusal UNKNOWN_KEY =
      new Refusal(ErrorCode.UNAVAILABLE, "sealed to an unknown key, fetch the key and try again");

  /// Something that the request needs is out of reach.
  public static final Refusal UNAVAILABLE =
      new Refusal(ErrorCode.UNAVAILABLE, "accounts are out of reach, try again in a moment");

  /// A fault of this service.
  public static final Refusal INTERNAL =
      new Refusal(ErrorCode.INTERNAL, "something went wrong in the server");

  private Refusal(ErrorCode code, String message) {
    this(code, message, 0);
  }

  /// {@return the refusal of the wrong password that locks the account}
  ///
  /// @param duration how long the account is locked
  public static Refusal badCredentialsAndLocked(Duration duration) {
    return new Refusal(
        ErrorCode.BAD_CREDENTIALS,
        BAD_CREDENTIALS.message() + "; locked for " + seconds(duration) + " seconds now");
  }

  /// {@return the refusal of an attempt at a locked account}
  ///
  /// @param left until the lock ends
  public static Refusal locked(Duration left) {
    long seconds = seconds(left);
    return new Refusal(ErrorCode.LOCKED, "locked, try again in " + seconds + " seconds", seconds);
  }

  /// {@return the refusal of a password that breaks the password rule}
  ///
  /// @param reason one sentence that does not quote the password
  public static Refusal weakPassword(String reason) {
    return new Refusal(ErrorCode.WEAK_PASSWORD, reason);
  }

  /// {@return the refusal of a request that cannot be}
  ///
  /// @param reason one sentence that names cause and cure
  public static Refusal badRequest(String reason) {
    return new Refusal(ErrorCode.BAD_COMMAND, reason);
  }

  /// {@return the refusal of an ssh key}
  ///
  /// @param reason one sentence that names cause and cure, without the key
  public static Refusal badKey(String reason) {
    return new Refusal(ErrorCode.BAD_KEY, reason);
  }

  /// {@return the refusal of a link or statement of an encryption device}
  ///
  /// @param reason one sentence that names cause and cure
  public static Refusal badDevice(String reason) {
    return new Refusal(ErrorCode.BAD_DEVICE, reason);
  }

  /// Rounded up, and never 0: who waits that long is let in.
  private static long seconds(Duration duration) {
    return Math.max(1, duration.plusMillis(999).toSeconds());
  }
}
