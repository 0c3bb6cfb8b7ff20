package dev.parley.routing.subscription;

import dev.parley.contracts.conversation.Entry;
import dev.parley.contracts.delivery.Subscribed;
import dev.parley.routing.delivery.Outgoing;
import dev.parley.routing.delivery.SubscriptionChange;
import dev.parley.routing.delivery.SubscriptionChange.Begin;
import dev.parley.routing.delivery.SubscriptionChange.End;
import dev.parley.routing.subscription.Backlogs.Wanted;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/// Answers the subscriptions of a batch after its commit, and makes them hold.
///
/// The answer tells of the conversation as it was at the subscription's point of the log. Entries
/// that the same batch appended later are above that point and go out after the answer.
@Singleton
public final class SubscriptionAnswers {
  /// Conversations read at a time; bounds the memory for their entries.
  private static final int CHUNK = 16;

  private final Subscriptions subscriptions;
  private final Backlogs backlogs;
  private final SubscriptionConfig config;

  /// Prepares the answers.
  ///
  /// @param subscriptions what holds
  /// @param backlogs where entries are read
  /// @param config limits of one answer
  public SubscriptionAnswers(
      Subscriptions subscriptions, Backlogs backlogs, SubscriptionConfig config) {
    this.subscriptions = subscriptions;
    this.backlogs = backlogs;
    this.config = config;
  }

  /// Makes the changes hold, in their order.
  ///
  /// @param changes the changes of one committed batch
  /// @return the answers in the same order
  public List<Outgoing> apply(List<SubscriptionChange> changes) {
    List<List<Entry>> entries = read(changes);
    List<Outgoing> answers = new ArrayList<>();
    for (SubscriptionChange change : changes) {
      switch (change) {
        case Begin begin ->
            answers.add(answer(begin, begin.hasBacklog() ? entries.removeFirst() : List.of()));
        case End(String gateway, String conversation) -> subscriptions.end(conversation, gateway);
      }
    }
    return answers;
  }

  private List<List<Entry>> read(List<SubscriptionChange> changes) {
    List<Wanted> wanted = new ArrayList<>();
    for (SubscriptionChange change : changes) {
      if (change instanceof Begin begin && begin.hasBacklog()) {
        wanted.add(new Wanted(begin.conversation(), begin.after(), begin.upTo()));
      }
    }
    List<List<Entry>> entries = new ArrayList<>();
    for (int i = 0; i < wanted.size(); i += CHUNK) {
      List<Wanted> chunk = wanted.subList(i, Math.min(i + CHUNK, wanted.size()));
      entries.addAll(backlogs.read(chunk, config.maxEntries(), config.maxText().asLongValue()));
    }
    return entries;
  }

  private Outgoing answer(Begin begin, List<Entry> entries) {
    boolean complete = !begin.hasBacklog() || entries.getLast().seq() == begin.upTo();
    if (complete) {
      subscriptions.begin(begin.conversation(), begin.partition(), begin.gateway());
    } else {
      subscriptions.end(begin.conversation(), begin.gateway());
    }
    return new Outgoing(
        begin.gateway(),
        new Subscribed(begin.conversation(), begin.upTo(), begin.members(), entries, complete));
  }
}
