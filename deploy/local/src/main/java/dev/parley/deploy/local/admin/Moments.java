package dev.parley.deploy.local.admin;

import dev.parley.deploy.local.console.TroubleException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Moments as people write them.
final class Moments {
  private static final Pattern AGO = Pattern.compile("(\\d{1,6})([smhd])");

  private Moments() {}

  /// {@return epoch milliseconds, or an empty text if there is none}
  ///
  /// @param text a date, a moment in UTC, or how long ago
  /// @param now the present time
  /// @throws TroubleException if it is none of them
  static String millis(String text, Instant now) {
    return text.isEmpty() ? "" : Long.toString(parse(text, now).toEpochMilli());
  }

  private static Instant parse(String text, Instant now) {
    Matcher ago = AGO.matcher(text);
    if (ago.matches()) {
      return now.minus(Long.parseLong(ago.group(1)), unit(ago.group(2)));
    }
    try {
      return text.contains("T")
          ? Instant.parse(text)
          : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
    } catch (DateTimeParseException e) {
      throw new TroubleException(
          "no moment: " + Printable.of(text),
          "write 2026-11-20, 2026-11-20T14:00:00Z, or 90m, 24h, 7d for so long ago");
    }
  }

  private static ChronoUnit unit(String letter) {
    return switch (letter) {
      case "s" -> ChronoUnit.SECONDS;
      case "m" -> ChronoUnit.MINUTES;
      case "h" -> ChronoUnit.HOURS;
      default -> ChronoUnit.DAYS;
    };
  }
}
