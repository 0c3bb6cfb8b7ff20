package dev.parley.routing.subscription;

import dev.parley.contracts.conversation.Subscribe;
import dev.parley.routing.conversation.ConversationKind;
import dev.parley.routing.conversation.Draft;
import dev.parley.routing.conversation.Needs;
import dev.parley.routing.conversation.RecordHandler;
import dev.parley.routing.conversation.Step;
import dev.parley.routing.delivery.LostGateways;
import dev.parley.routing.delivery.SubscriptionChange;
import jakarta.inject.Singleton;
import java.util.List;

/// Notes where each conversation stands at this point of the log; what follows goes to the gateway.
/// A repeated record is answered again. Whether the gateway's sessions may read is the gateway's
/// business: only it knows them.
@Singleton
public final class SubscribeHandler implements RecordHandler<Subscribe> {
  private final LostGateways lost;

  /// Prepares the handler.
  ///
  /// @param lost gateways whose old records mean nothing any more
  public SubscribeHandler(LostGateways lost) {
    this.lost = lost;
  }

  @Override
  public Class<Subscribe> kind() {
    return Subscribe.class;
  }

  @Override
  public void needs(Subscribe record, Needs needs) {
    record.after().keySet().forEach(needs::conversation);
  }

  @Override
  public void apply(Subscribe record, Step step) {
    if (lost.contains(record.gateway())) {
      return;
    }
    record
        .after()
        .forEach((conversation, after) ->
            step.effects().subscription(begin(record.gateway(), conversation, after, step)));
  }

  @Override
  public void repeat(Subscribe record, Step step) {
    apply(record, step);
  }

  private static SubscriptionChange begin(
      String gateway, String conversation, long after, Step step) {
    Draft draft = step.draft(conversation);
    List<String> members =
        draft.kind() == ConversationKind.LOBBY
            ? List.of()
            : draft.members().stream().sorted().toList();
    return new SubscriptionChange.Begin(
        gateway, conversation, step.cause().partition(), after, draft.lastSeq(), members);
  }
}
