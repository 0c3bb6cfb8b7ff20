package dev.parley.deploy.acceptance.matrix;

/// Somebody who talks in a group through one door. For one thread at a time.
interface Participant {
  /// {@return name of the door}
  String door();

  /// {@return the handle}
  String handle();

  /// Posts a message and waits until it is acknowledged.
  ///
  /// @param group name of the group
  /// @param text what it says
  /// @return its seq
  long post(String group, String text);

  /// {@return the next message of somebody else in a group}
  ///
  /// @param group name of the group
  Heard hear(String group);

  /// A message as it arrived.
  ///
  /// @param seq its seq
  /// @param from handle of its author
  /// @param text what it says
  record Heard(long seq, String from, String text) {}
}
