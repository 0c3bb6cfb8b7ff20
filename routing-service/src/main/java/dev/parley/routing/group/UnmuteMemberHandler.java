package dev.parley.routing.group;

import dev.parley.contracts.conversation.EntryKind;
import dev.parley.contracts.conversation.UnmuteMember;
import dev.parley.routing.conversation.Draft;
import dev.parley.routing.conversation.EntryKey;
import dev.parley.routing.conversation.Needs;
import dev.parley.routing.conversation.RecordHandler;
import dev.parley.routing.conversation.Refusal;
import dev.parley.routing.conversation.Step;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/// Lets accounts write in a group again; who has left may be unmuted too. What is so already makes
/// no entry.
@Singleton
public final class UnmuteMemberHandler implements RecordHandler<UnmuteMember> {

  /// Prepares the handler.
  public UnmuteMemberHandler() {}

  @Override
  public Class<UnmuteMember> kind() {
    return UnmuteMember.class;
  }

  @Override
  public void needs(UnmuteMember record, Needs needs) {
    needs.conversation(record.conversation());
    needs.account(record.by());
    needs.account(record.account());
    needs.entry(key(record));
  }

  @Override
  public void apply(UnmuteMember record, Step step) {
    Draft group = step.draft(record.conversation());
    boolean isKnown = step.stored().find(key(record)) != null;
    Refusal refusal = isKnown ? null : refusal(record, group, step);
    if (refusal != null) {
      step.refuse(record.replyTo(), refusal);
      return;
    }
    if (!isKnown && isMuted(record, group, step)) {
      MuteEntries.append(step, group, EntryKind.UNMUTED, key(record), record.account(), null);
      group.mutes().unmute(record.account());
    }
    step.done(record.replyTo());
  }

  @Override
  public void repeat(UnmuteMember record, Step step) {
    if (MuteEntries.repeat(step, key(record))
        || !isMuted(record, step.draft(record.conversation()), step)) {
      step.done(record.replyTo());
    } else {
      step.refuse(record.replyTo(), Refusal.unknownOutcome());
    }
  }

  private static boolean isMuted(UnmuteMember record, Draft group, Step step) {
    return group.mutes().end(record.account(), step.cause().at()) != null;
  }

  private static @Nullable Refusal refusal(UnmuteMember record, Draft group, Step step) {
    Refusal refusal = Moderation.check(group, record.by(), record.role(), step);
    if (refusal != null) {
      return refusal;
    }
    return isMuted(record, group, step) || Moderation.isMember(group, record.account(), step)
        ? null
        : Moderation.noSuchMember(group, record.account());
  }

  private static EntryKey key(UnmuteMember record) {
    return new EntryKey(record.conversation(), record.by(), record.clientMessageId());
  }
}
