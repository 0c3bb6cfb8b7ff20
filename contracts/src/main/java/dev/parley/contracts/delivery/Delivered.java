package dev.parley.contracts.delivery;

import java.util.List;

/// What one batch of the log means for one gateway: entries for its members, acknowledgements for
/// its senders. Sent after the commit. Repeated, it is recognised by seq and by request.
///
/// @param conversations new entries of conversations that the gateway subscribes to
/// @param acknowledged posts of this gateway that are stored
public record Delivered(List<ConversationEntries> conversations, List<Acknowledged> acknowledged)
    implements GatewayRecord {}
