package dev.parley.routing.ownership;

import dev.parley.routing.conversation.ConversationCache;

/// What an owner knows of a partition: the fence as it found or left it, and conversations.
///
/// Belongs to the thread of the batches.
public final class Partition {
  private final int number;
  private final ConversationCache conversations;
  private long nextOffset;

  /// Begins with the fence row.
  ///
  /// @param number number of the partition
  /// @param nextOffset the row's value: records below it were stored before
  /// @param capacity most conversations kept
  public Partition(int number, long nextOffset, int capacity) {
    this.number = number;
    this.nextOffset = nextOffset;
    this.conversations = new ConversationCache(capacity);
  }

  /// {@return number of the partition}
  public int number() {
    return number;
  }

  /// {@return offset below which records were stored before; the fence row has the same value
  /// unless another owner has been here}
  public long nextOffset() {
    return nextOffset;
  }

  /// {@return committed conversations}
  public ConversationCache conversations() {
    return conversations;
  }

  /// Follows the fence row after a commit.
  ///
  /// @param committed the row's new value
  public void advanceTo(long committed) {
    nextOffset = committed;
  }
}
