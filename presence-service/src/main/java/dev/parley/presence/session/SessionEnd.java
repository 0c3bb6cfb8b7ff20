package dev.parley.presence.session;

/// How a session ended.
///
/// @param at when, epoch milliseconds
/// @param reason why, as the audit trail shows it; the gateway's own word, or one of this record's
public record SessionEnd(long at, String reason) {

  /// Another login of the account took its place.
  public static final String TAKEN_OVER = "taken_over";

  /// Its gateway was silent for too long.
  public static final String GATEWAY_LOST = "gateway_lost";

  /// Its gateway stopped in order.
  public static final String GATEWAY_STOPPED = "stopped";
}
