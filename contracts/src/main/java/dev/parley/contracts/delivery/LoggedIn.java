package dev.parley.contracts.delivery;

/// The password was right.
///
/// @param request number of the request
/// @param account handle, lower case
/// @param token signed JWT with which a dropped connection resumes
/// @param expiresAt end of the token's life, epoch milliseconds
public record LoggedIn(long request, String account, String token, long expiresAt)
    implements Reply {
  @Override
  public String toString() {
    return "LoggedIn[request=" + request + ", account=" + account + "]";
  }
}
