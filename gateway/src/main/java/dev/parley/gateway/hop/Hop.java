package dev.parley.gateway.hop;

import java.util.Locale;

/// A place that a message comes by, in the order of its way.
public enum Hop {
  /// The sender's gateway took it from the door.
  RECEIVED,
  /// The log has it: the time of the message.
  PUBLISHED,
  /// It was committed in the database.
  STORED,
  /// The reader's gateway read it from its topic.
  GATEWAY,
  /// It was handed to the reader's connection.
  DELIVERED;

  /// {@return the hop as clients name it}
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
