package dev.parley.deploy.bench.scenario;

/// The times at which unacknowledged messages were due, oldest first: a ring that never allocates.
final class Outstanding {

  /// Most messages that one connection may have unacknowledged.
  static final int LIMIT = 4_096;

  private long[] due = new long[16];
  private int first;
  private int size;

  /// {@return false if the ring is full, and nothing was added}
  boolean add(long nanos) {
    if (size == LIMIT) {
      return false;
    }
    if (size == due.length) {
      grow();
    }
    due[(first + size) & (due.length - 1)] = nanos;
    size++;
    return true;
  }

  /// {@return when the oldest message was due, and forgets it; call only if there is one}
  long removeFirst() {
    long nanos = due[first];
    first = (first + 1) & (due.length - 1);
    size--;
    return nanos;
  }

  int size() {
    return size;
  }

  private void grow() {
    long[] larger = new long[2 * due.length];
    for (int i = 0; i < size; i++) {
      larger[i] = due[(first + i) & (due.length - 1)];
    }
    due = larger;
    first = 0;
  }
}
