package dev.parley.auth.account;

import dev.parley.contracts.auth.Role;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A person or bot that can log in.
///
/// @param handle lower case, valid
/// @param passwordHash PHC string
/// @param passwordSetBy nonce of the sealed password that became this one, or what else tells a
///   repeated request from another
/// @param createdAt when it was registered
/// @param role what it may do
/// @param disabled whether an administrator closed it: nobody logs in to it
/// @param lastChange the last change that ended its tokens, or `null` if there was none
public record Account(
    String handle,
    String passwordHash,
    String passwordSetBy,
    Instant createdAt,
    Role role,
    boolean disabled,
    @Nullable AccountChange lastChange) {
  /// Makes an account as it is when it is new.
  ///
  /// @param handle lower case, valid
  /// @param passwordHash PHC string
  /// @param passwordSetBy nonce of the sealed password
  /// @param createdAt when it was registered
  public Account(String handle, String passwordHash, String passwordSetBy, Instant createdAt) {
    this(handle, passwordHash, passwordSetBy, createdAt, Role.MEMBER, false, null);
  }

  /// {@return the earliest `iat` of a token that is still good}
  ///
  /// `iat` counts whole seconds. Tokens of the second of the change may be older than it, so they
  /// are not good, and the next ones are dated a second later.
  public Instant tokensFrom() {
    return lastChange == null
        ? Instant.ofEpochSecond(createdAt.getEpochSecond())
        : Instant.ofEpochSecond(lastChange.at().getEpochSecond() + 1);
  }

  @Override
  public String toString() {
    return "Account[handle=" + handle + "]";
  }
}
