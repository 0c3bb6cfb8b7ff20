package dev.parley.gateway.request;

import dev.parley.contracts.ErrorCode;

/// What is counted of requests. Safe for use by many threads.
public interface RequestMetrics {
  /// Counts a request that was not done.
  ///
  /// @param code why
  void rejected(ErrorCode code);

  /// Counts a message that was taken to the log.
  void posted();

  /// Counts an acknowledged message.
  ///
  /// @param nanos time since it was posted
  void acknowledged(long nanos);
}
