package dev.parley.deploy.acceptance.history;

/// How a send ended, as its author knows it.
public sealed interface Outcome {

  /// The message is stored.
  ///
  /// @param seq position in the conversation
  record Acknowledged(long seq) implements Outcome {}

  /// The message is certainly not stored.
  ///
  /// @param code why
  record Refused(String code) implements Outcome {}

  /// Nobody knows: the connection was lost, or the server said so. It may be stored, once.
  ///
  /// @param cause what was heard last
  record Unresolved(String cause) implements Outcome {}
}
