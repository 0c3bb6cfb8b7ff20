package dev.parley.contracts.delivery;

import org.jspecify.annotations.Nullable;

/// Answers `Ping`.
///
/// @param request number of the request
/// @param online whether the account has a session
/// @param away true if it is away in all its sessions; else `null` or false
/// @param lastSeen when its last session ended, epoch milliseconds; `null` if that is not known
public record PingAnswered(
    long request, boolean online, @Nullable Boolean away, @Nullable Long lastSeen)
    implements Reply {
  /// Makes an answer that tells no more than whether the account is here.
  ///
  /// @param request number of the request
  /// @param online whether the account has a session
  public PingAnswered(long request, boolean online) {
    this(request, online, null, null);
  }
}
