package dev.parley.gateway.request.account;

import dev.parley.contracts.ErrorCode;
import dev.parley.gateway.exchange.RequestFailedException;

/// Refuses what an address asks for too often.
final class TooMany {
  private static final long MILLIS_PER_SECOND = 1_000;

  private TooMany() {}

  /// Does nothing if there is nothing to wait for.
  ///
  /// @param millis how long to wait
  /// @throws RequestFailedException with `rate_limited` and the milliseconds
  static void refuse(long millis) {
    if (millis > 0) {
      throw new RequestFailedException(
          ErrorCode.RATE_LIMITED,
          "too many attempts from your address; wait %d s"
              .formatted(Math.ceilDiv(millis, MILLIS_PER_SECOND)),
          millis);
    }
  }
}
