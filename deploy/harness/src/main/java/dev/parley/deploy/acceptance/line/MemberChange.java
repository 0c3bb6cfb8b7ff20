package dev.parley.deploy.acceptance.line;

import java.time.Instant;

/// A change of membership: `* member #NAME SEQ TIME USER added|joined|removed|left BY`.
///
/// @param group the group, with its `#`
/// @param seq position in the group's log, from 1
/// @param time when it happened, to the millisecond
/// @param user whose membership changed
/// @param change `added`, `joined`, `removed` or `left`
/// @param by who changed it
public record MemberChange(
    String group, long seq, Instant time, String user, String change, String by) {

  private static final int PARTS = 8;

  /// {@return the change that an event tells of}
  ///
  /// @param event a `member` event
  /// @throws IllegalArgumentException if a part is missing or is not of its kind
  public static MemberChange of(Event event) {
    String[] parts = event.line().split(" ", -1);
    if (!event.isMember() || parts.length != PARTS) {
      throw new IllegalArgumentException(
          "a change is * member #NAME SEQ TIME USER CHANGE BY, got " + event.line());
    }
    return new MemberChange(
        parts[2], Long.parseLong(parts[3]), Instant.parse(parts[4]), parts[5], parts[6], parts[7]);
  }
}
