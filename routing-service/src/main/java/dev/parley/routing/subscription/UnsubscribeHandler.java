package dev.parley.routing.subscription;

import dev.parley.contracts.conversation.Unsubscribe;
import dev.parley.routing.conversation.Needs;
import dev.parley.routing.conversation.RecordHandler;
import dev.parley.routing.conversation.Step;
import dev.parley.routing.delivery.SubscriptionChange;
import jakarta.inject.Singleton;

/// Ends a gateway's interest; repeated, it changes nothing.
@Singleton
public final class UnsubscribeHandler implements RecordHandler<Unsubscribe> {

  /// Prepares the handler.
  public UnsubscribeHandler() {}

  @Override
  public Class<Unsubscribe> kind() {
    return Unsubscribe.class;
  }

  @Override
  public void needs(Unsubscribe record, Needs needs) {
    // What ends needs not be known.
  }

  @Override
  public void apply(Unsubscribe record, Step step) {
    record
        .conversations()
        .forEach(conversation ->
            step.effects()
                .subscription(new SubscriptionChange.End(record.gateway(), conversation)));
  }

  @Override
  public void repeat(Unsubscribe record, Step step) {
    apply(record, step);
  }
}
