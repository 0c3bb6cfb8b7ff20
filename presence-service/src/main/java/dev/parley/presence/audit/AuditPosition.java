package dev.parley.presence.audit;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where an event stands in the trail, latest first.
///
/// Printed as numbers with a `-` between them, which is what clients get for the next page.
///
/// @param at epoch milliseconds
/// @param topic number of the topic of its cause
/// @param partition partition of its cause
/// @param offset offset of its cause
/// @param item which of the effects of its cause it is
public record AuditPosition(long at, int topic, int partition, long offset, int item) {
  private static final Pattern PRINTED =
      Pattern.compile("(\\d{1,15})-(\\d{1,4})-(\\d{1,9})-(\\d{1,18})-(\\d{1,9})");

  /// {@return the position that was printed, or empty if it is none}
  ///
  /// @param text what somebody sent
  public static Optional<AuditPosition> parse(String text) {
    Matcher parts = PRINTED.matcher(text);
    return parts.matches()
        ? Optional.of(
            new AuditPosition(
                Long.parseLong(parts.group(1)),
                Integer.parseInt(parts.group(2)),
                Integer.parseInt(parts.group(3)),
                Long.parseLong(parts.group(4)),
                Integer.parseInt(parts.group(5))))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return at + "-" + topic + "-" + partition + "-" + offset + "-" + item;
  }
}
