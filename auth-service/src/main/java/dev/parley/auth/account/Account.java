package dev.parley.auth.account;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A person or bot that can log in.
///
/// @param handle lower case, valid
/// @param passwordHash PHC string
/// @param passwordSetBy nonce of the sealed password that became this one; tells a repeated request
///   from another
/// @param createdAt when it was registered
/// @param passwordChangedAt when its password was last changed, or `null` if it never was
public record Account(
    String handle,
    String passwordHash,
    String passwordSetBy,
    Instant createdAt,
    @Nullable Instant passwordChangedAt) {
  /// {@return the earliest `iat` of a token that is still good}
  ///
  /// `iat` counts whole seconds. Tokens of the second in which the password was changed may be
  /// older than the change, so they are not good, and the next ones are dated a second later.
  public Instant tokensFrom() {
    return passwordChangedAt == null
        ? Instant.ofEpochSecond(createdAt.getEpochSecond())
        : Instant.ofEpochSecond(passwordChangedAt.getEpochSecond() + 1);
  }

  @Override
  public String toString() {
    return "Account[handle=" + handle + "]";
  }
}
