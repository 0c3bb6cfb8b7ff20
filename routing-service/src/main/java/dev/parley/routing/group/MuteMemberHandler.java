package dev.parley.routing.group;

import dev.parley.contracts.conversation.EntryKind;
import dev.parley.contracts.conversation.MuteMember;
import dev.parley.routing.conversation.Draft;
import dev.parley.routing.conversation.EntryKey;
import dev.parley.routing.conversation.Mutes;
import dev.parley.routing.conversation.Needs;
import dev.parley.routing.conversation.RecordHandler;
import dev.parley.routing.conversation.Refusal;
import dev.parley.routing.conversation.Step;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Mutes members of a group, from the record's time on. Who is muted already is muted as the last
/// record says; what is so already makes no entry.
@Singleton
public final class MuteMemberHandler implements RecordHandler<MuteMember> {

  /// Prepares the handler.
  public MuteMemberHandler() {}

  @Override
  public Class<MuteMember> kind() {
    return MuteMember.class;
  }

  @Override
  public void needs(MuteMember record, Needs needs) {
    needs.conversation(record.conversation());
    needs.account(record.by());
    needs.account(record.account());
    needs.entry(key(record));
  }

  @Override
  public void apply(MuteMember record, Step step) {
    Draft group = step.draft(record.conversation());
    boolean isKnown = step.stored().find(key(record)) != null;
    Refusal refusal = isKnown ? null : refusal(record, group, step);
    if (refusal != null) {
      step.refuse(record.replyTo(), refusal);
      return;
    }
    if (!isKnown && !isSo(record, group, step)) {
      mute(record, group, step);
    }
    step.done(record.replyTo());
  }

  @Override
  public void repeat(MuteMember record, Step step) {
    if (MuteEntries.repeat(step, key(record))
        || isSo(record, step.draft(record.conversation()), step)) {
      step.done(record.replyTo());
    } else {
      step.refuse(record.replyTo(), Refusal.unknownOutcome());
    }
  }

  private static void mute(MuteMember record, Draft group, Step step) {
    Integer minutes = record.minutes();
    Long until =
        minutes == null ? null : step.cause().at() + Duration.ofMinutes(minutes).toMillis();
    MuteEntries.append(step, group, EntryKind.MUTED, key(record), record.account(), until);
    group.mutes().mute(record.account(), until == null ? Mutes.NEVER : until);
  }

  private static boolean isSo(MuteMember record, Draft group, Step step) {
    Long end = group.mutes().end(record.account(), step.cause().at());
    return record.minutes() == null && end != null && end == Mutes.NEVER;
  }

  private static @Nullable Refusal refusal(MuteMember record, Draft group, Step step) {
    Refusal refusal = Moderation.check(group, record.by(), record.role(), step);
    if (refusal != null) {
      return refusal;
    }
    if (record.by().equals(record.account())) {
      return Refusal.badCommand("nobody mutes oneself");
    }
    return Moderation.isMember(group, record.account(), step)
        ? null
        : Moderation.noSuchMember(group, record.account());
  }

  private static EntryKey key(MuteMember record) {
    return new EntryKey(record.conversation(), record.by(), record.clientMessageId());
  }
}
