package dev.parley.routing.trace;

import dev.parley.contracts.conversation.Post;
import dev.parley.contracts.delivery.ConversationEntries;
import dev.parley.contracts.delivery.Delivered;
import dev.parley.contracts.trace.Micros;
import dev.parley.contracts.trace.Spans;
import dev.parley.contracts.trace.TracedEntry;
import dev.parley.routing.delivery.Effects;
import dev.parley.routing.delivery.Outgoing;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/// The followed messages of one batch: `store` from the poll to the commit, `fan out` from there to
/// the acknowledgement of everything that the batch sends. An attempt that fails tells nothing.
public final class BatchTrace {
  private final List<Followed> followed;
  private final Spans spans;
  private final InstantSource clock;
  private final List<TracedEntry> entries = new ArrayList<>(0);
  private final List<Spans.Span> fanOuts = new ArrayList<>(0);

  /// A message that is followed, and what began with its poll.
  record Followed(Post post, Spans.Span store) {}

  BatchTrace(List<Followed> followed, Spans spans, InstantSource clock) {
    this.followed = followed;
    this.spans = spans;
    this.clock = clock;
  }

  /// {@return whether nothing of the batch is followed}
  public boolean isEmpty() {
    return followed.isEmpty();
  }

  /// Tells that the batch was committed.
  ///
  /// @param effects its effects
  public void onStored(Effects effects) {
    for (Followed each : followed) {
      long now = Micros.of(clock);
      String conversation = each.post.conversation();
      Spans.Span store = each.store.with("parley.conversation", conversation);
      OptionalLong seq = seq(each.post, effects);
      if (seq.isPresent()) {
        store.with("parley.seq", Long.toString(seq.getAsLong())).end(now);
        Spans.Span fanOut = spans.begin("fan out", store.context(), now);
        fanOuts.add(fanOut);
        entries.add(new TracedEntry(fanOut.context(), conversation, seq.getAsLong()));
      } else {
        store.with("parley.refused", "true").end(now);
      }
    }
  }

  /// {@return the same record, and with it what is followed of it}
  ///
  /// @param outgoing a record for a gateway
  public Outgoing mark(Outgoing outgoing) {
    if (entries.isEmpty() || !(outgoing.record() instanceof Delivered delivered)) {
      return outgoing;
    }
    List<TracedEntry> held = entries.stream().filter(entry -> holds(delivered, entry)).toList();
    return new Outgoing(outgoing.gateway(), outgoing.record(), held);
  }

  /// Tells that everything has been sent, or has failed.
  public void onSent() {
    fanOuts.forEach(fanOut -> fanOut.end(Micros.of(clock)));
  }

  private static OptionalLong seq(Post post, Effects effects) {
    return effects.acknowledged().stream()
        .filter(each -> each.replyTo().equals(post.replyTo()))
        .mapToLong(each -> each.content().seq())
        .findFirst();
  }

  private static boolean holds(Delivered delivered, TracedEntry entry) {
    return delivered.conversations().stream()
        .filter(each -> each.conversation().equals(entry.conversation()))
        .anyMatch(each -> isWithin(each, entry.seq()));
  }

  private static boolean isWithin(ConversationEntries entries, long seq) {
    return entries.entries().getFirst().seq() <= seq && seq <= entries.entries().getLast().seq();
  }
}
