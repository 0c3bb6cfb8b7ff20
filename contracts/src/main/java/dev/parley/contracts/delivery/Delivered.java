package dev.parley.contracts.delivery;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What one batch of the log means for one gateway: entries for its members, acknowledgements for
/// its senders. Sent after the commit. Repeated, it is recognised by seq and by request.
///
/// @param conversations new entries of conversations that the gateway subscribes to
/// @param acknowledged posts of this gateway that are stored
/// @param storedAt when the batch was committed, epoch milliseconds; `null` if that is not known,
///   because some of it was stored by an earlier attempt
public record Delivered(
    List<ConversationEntries> conversations,
    List<Acknowledged> acknowledged,
    @Nullable Long storedAt)
    implements GatewayRecord {

  /// Makes one that does not tell when it was stored.
  ///
  /// @param conversations new entries
  /// @param acknowledged posts that are stored
  public Delivered(List<ConversationEntries> conversations, List<Acknowledged> acknowledged) {
    this(conversations, acknowledged, null);
  }
}
