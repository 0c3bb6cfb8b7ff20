package dev.parley.routing.conversation;

/// A record names a conversation that does not live in the record's partition. Were it applied, two
/// owners would write to one conversation.
public final class MisplacedRecordException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /// Names both partitions.
  ///
  /// @param conversation conversation id
  /// @param expected partition of the conversation
  /// @param found partition of the record
  public MisplacedRecordException(String conversation, int expected, int found) {
    super("records of %s must be in partition %d, got %d".formatted(conversation, expected, found));
  }
}
