package dev.parley.routing.conversation;

/// Where a record lies in `parley.conversations`. Everything that it causes is derived from this
/// and from what lies before it, so that the same log gives the same conversations again.
///
/// @param partition number of the partition
/// @param offset its offset
/// @param at its timestamp, epoch milliseconds: the broker's append time
public record Cause(int partition, long offset, long at) {

  /// {@return an id that the same effect of the same record gets again, such as `p3-12345-0`}
  ///
  /// @param item which of the record's effects
  public String id(int item) {
    return "p" + partition + "-" + offset + "-" + item;
  }
}
