package dev.parley.cli.screen;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;

/// Times of the server as a person reads them, in the zone of this machine.
final class Times {

  private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEEE, d MMMM yyyy", Locale.ENGLISH);

  private final ZoneId zone;

  Times(ZoneId zone) {
    this.zone = zone;
  }

  /// {@return hours and minutes; `--:--` where it is no time}
  String hour(String at) {
    return parse(at).map(instant -> HOUR.format(instant.atZone(zone))).orElse("--:--");
  }

  /// {@return hours and minutes, with the day before them unless it is that of another moment}
  String moment(String at, String other) {
    Optional<LocalDate> day = day(at);
    return day.isEmpty() || day.equals(day(other)) ? hour(at) : name(day.get()) + ", " + hour(at);
  }

  Optional<LocalDate> day(String at) {
    return parse(at).map(instant -> instant.atZone(zone).toLocalDate());
  }

  String name(LocalDate day) {
    return DAY.format(day);
  }

  private static Optional<Instant> parse(String at) {
    try {
      return Optional.of(Instant.parse(at));
    } catch (DateTimeParseException _) {
      return Optional.empty();
    }
  }
}
