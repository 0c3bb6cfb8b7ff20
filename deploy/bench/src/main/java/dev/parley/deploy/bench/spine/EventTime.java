package dev.parley.deploy.bench.spine;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/// Times as the protocol writes them; the text of a millisecond is made once. For one thread.
final class EventTime {

  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private long millis = -1;
  private byte[] text = {};

  byte[] text(long epochMillis) {
    if (epochMillis != millis) {
      millis = epochMillis;
      text = FORMAT.format(Instant.ofEpochMilli(epochMillis)).getBytes(StandardCharsets.US_ASCII);
    }
    return text;
  }
}
