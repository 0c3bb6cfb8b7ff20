package dev.parley.deploy.bench.spine;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/// A message on its way to the database.
///
/// @param conversation `@alice+bob` or `#name`
/// @param author handle
/// @param body the text, still escaped
/// @param at epoch milliseconds
record Message(String conversation, String author, String body, long at) {

  static Message of(ConsumerRecord<String, byte[]> polled) {
    String value = new String(polled.value(), StandardCharsets.UTF_8);
    int space = value.indexOf(' ');
    return new Message(
        polled.key(), value.substring(0, space), value.substring(space + 1), polled.timestamp());
  }
}
