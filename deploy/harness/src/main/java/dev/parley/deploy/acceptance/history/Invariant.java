package dev.parley.deploy.acceptance.history;

/// What must hold for every conversation, whatever fails.
public enum Invariant {
  /// I1: every acknowledged message is stored, at the position of its acknowledgement.
  DURABLE("I1"),
  /// I2: no message is stored twice.
  UNIQUE("I2"),
  /// I3: every stored message was sent, by that author, with that text.
  NO_PHANTOM("I3"),
  /// I4: no message that was refused is stored.
  FAIL_IS_FAIL("I4"),
  /// I5: the positions have no gap and no double.
  GAP_FREE("I5"),
  /// I6: every reader sees at every position what is stored there.
  AGREEMENT("I6"),
  /// I7: a connection's arrivals rise by one; a new one starts at or before the next position.
  ORDER("I7"),
  /// I9: the messages of one author keep the order in which they were acknowledged.
  SESSION_ORDER("I9"),
  /// I10: a message sent after the acknowledgement of another stands behind it, whoever sent them.
  REAL_TIME_ORDER("I10"),
  /// I11: every reader has everything in the end.
  COMPLETENESS("I11");

  private final String id;

  Invariant(String id) {
    this.id = id;
  }

  /// {@return the short name, such as `I1`}
  public String id() {
    return id;
  }
}
