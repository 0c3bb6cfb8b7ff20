package dev.parley.routing.delivery;

import java.util.List;

/// A change of a gateway's interest in a conversation, at one point of the log.
public sealed interface SubscriptionChange {
  /// {@return id of the gateway}
  String gateway();

  /// {@return conversation id}
  String conversation();

  /// The gateway wants every entry above a position, and all later ones.
  ///
  /// @param gateway id of the gateway
  /// @param conversation conversation id
  /// @param partition partition in which the conversation lives
  /// @param after position that the gateway has reached, or `Subscribe.FROM_NOW`
  /// @param upTo seq of the last entry at this point of the log; 0 if there is none
  /// @param members members at this point of the log, as `Subscribed` tells them
  record Begin(
      String gateway,
      String conversation,
      int partition,
      long after,
      long upTo,
      List<String> members)
      implements SubscriptionChange {
    /// {@return whether there are entries between the gateway's position and this point}
    public boolean hasBacklog() {
      return after >= 0 && after < upTo;
    }
  }

  /// The gateway wants no more of the conversation.
  ///
  /// @param gateway id of the gateway
  /// @param conversation conversation id
  record End(String gateway, String conversation) implements SubscriptionChange {}
}
