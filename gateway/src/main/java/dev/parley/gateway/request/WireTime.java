package dev.parley.gateway.request;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/// Times as clients see them: ISO 8601 in UTC, to the millisecond.
///
/// Most times that follow each other lie in the same second, so its text is kept: formatting is on
/// the way of every message.
public final class WireTime {
  private static final DateTimeFormatter SECOND =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss").withZone(ZoneOffset.UTC);

  private static volatile Second last = new Second(0);

  private record Second(long epoch, String text) {
    private Second(long epoch) {
      this(epoch, SECOND.format(Instant.ofEpochSecond(epoch)));
    }
  }

  private WireTime() {}

  /// {@return the text of a time}
  ///
  /// @param epochMillis epoch milliseconds
  public static String format(long epochMillis) {
    long epoch = Math.floorDiv(epochMillis, 1_000L);
    Second second = last;
    if (second.epoch() != epoch) {
      second = new Second(epoch);
      last = second;
    }
    int millis = (int) Math.floorMod(epochMillis, 1_000L);
    return second.text()
        + '.'
        + (char) ('0' + millis / 100)
        + (char) ('0' + millis / 10 % 10)
        + (char) ('0' + millis % 10)
        + 'Z';
  }
}
