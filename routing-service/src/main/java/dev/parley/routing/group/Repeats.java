package dev.parley.routing.group;

import dev.parley.contracts.ReplyTo;
import dev.parley.contracts.conversation.Entry;
import dev.parley.routing.conversation.EntryKey;
import dev.parley.routing.conversation.Refusal;
import dev.parley.routing.conversation.Step;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The effects of a membership record that was applied before, once more.
final class Repeats {
  private final Step step;
  private final boolean found;

  private Repeats(Step step, boolean found) {
    this.step = step;
    this.found = found;
  }

  /// Causes the effects of those entries again that are stored.
  static Repeats of(Step step, List<EntryKey> keys) {
    boolean found = false;
    for (int item = 0; item < keys.size(); item++) {
      Entry entry = step.stored().find(keys.get(item));
      if (entry != null) {
        found = true;
        MembershipEntries.repeat(step, keys.get(item).conversation(), entry, item);
      }
    }
    return new Repeats(step, found);
  }

  /// Answers "done" if the record left an entry, or if what it asked for is so without one. If
  /// neither, it was refused, and nobody knows any longer why.
  void answer(@Nullable ReplyTo replyTo, boolean isSoAnyway) {
    if (found || isSoAnyway) {
      step.done(replyTo);
    } else {
      step.refuse(replyTo, Refusal.unknownOutcome());
    }
  }
}
