package dev.parley.deploy.bench.door;

/// What a [TestDoor] does wrong, once, in the middle of a load.
public enum Fault {
  /// Nothing.
  NONE,
  /// Leaves out one event of one reader.
  LOSES_AN_EVENT,
  /// Gives one event of one reader twice.
  DOUBLES_AN_EVENT,
  /// Gives one reader two events in the wrong order.
  SWAPS_TWO_EVENTS,
  /// Changes the text of one event of one reader.
  CHANGES_A_TEXT,
  /// Acknowledges one message that nobody gets, and gives its seq to the next one.
  FORGETS_A_MESSAGE,
  /// Stores one message twice, under two seqs.
  STORES_A_MESSAGE_TWICE,
  /// Never answers one post.
  LOSES_AN_ACKNOWLEDGEMENT,
  /// Refuses one post.
  REFUSES_A_POST,
  /// Closes one connection.
  CLOSES_A_CONNECTION
}
