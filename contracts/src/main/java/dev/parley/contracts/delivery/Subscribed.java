package dev.parley.contracts.delivery;

import dev.parley.contracts.conversation.Entry;
import java.util.List;

/// Answers a `Subscribe` for one conversation; every later entry follows in a [Delivered].
///
/// @param conversation conversation id
/// @param upTo seq of the conversation's last entry at this point of the log; 0 if it has none
/// @param members handles of the members at `upTo`; empty for the lobby, to which all belong, and
///   for a conversation that does not exist
/// @param entries all entries above the position asked for, or the first of them
/// @param complete whether `entries` reach `upTo`; if not, nothing follows, and the gateway
///   subscribes again from where it then is
public record Subscribed(
    String conversation, long upTo, List<String> members, List<Entry> entries, boolean complete)
    implements GatewayRecord {}
