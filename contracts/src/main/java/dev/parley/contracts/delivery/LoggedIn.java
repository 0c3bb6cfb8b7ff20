package dev.parley.contracts.delivery;

import dev.parley.contracts.auth.Role;
import org.jspecify.annotations.Nullable;

/// The password, or the key, was right.
///
/// @param request number of the request
/// @param account handle, lower case
/// @param token signed JWT with which a dropped connection resumes
/// @param expiresAt end of the token's life, epoch milliseconds
/// @param at timestamp of the login's record, epoch milliseconds: what a session opened with it is
///   to be told by; `null` in old records
/// @param role role of the account; `null` in old records, which are members'
public record LoggedIn(
    long request,
    String account,
    String token,
    long expiresAt,
    @Nullable Long at,
    @Nullable Role role)
    implements Reply {
  @Override
  public String toString() {
    return "LoggedIn[request=" + request + ", account=" + account + "]";
  }
}
