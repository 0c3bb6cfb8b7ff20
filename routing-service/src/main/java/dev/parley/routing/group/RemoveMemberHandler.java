package dev.parley.routing.group;

import dev.parley.contracts.conversation.EntryKind;
import dev.parley.contracts.conversation.RemoveMember;
import dev.parley.routing.conversation.Draft;
import dev.parley.routing.conversation.EntryKey;
import dev.parley.routing.conversation.Membership;
import dev.parley.routing.conversation.Muting;
import dev.parley.routing.conversation.Needs;
import dev.parley.routing.conversation.RecordHandler;
import dev.parley.routing.conversation.Refusal;
import dev.parley.routing.conversation.Step;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Removes a member from a group. Who removes oneself leaves.
@Singleton
public final class RemoveMemberHandler implements RecordHandler<RemoveMember> {

  /// Prepares the handler.
  public RemoveMemberHandler() {}

  @Override
  public Class<RemoveMember> kind() {
    return RemoveMember.class;
  }

  @Override
  public void needs(RemoveMember record, Needs needs) {
    needs.conversation(record.conversation());
    needs.entry(key(record));
  }

  @Override
  public void apply(RemoveMember record, Step step) {
    if (step.stored().find(key(record)) != null) {
      step.done(record.replyTo());
      return;
    }
    Draft group = step.draft(record.conversation());
    Refusal refusal = refusal(record, group, step);
    if (refusal != null) {
      step.refuse(record.replyTo(), refusal);
      return;
    }
    EntryKind kind = record.by().equals(record.account()) ? EntryKind.LEFT : EntryKind.REMOVED;
    MembershipEntries.append(step, group, kind, key(record), record.account(), 0);
    step.done(record.replyTo());
  }

  @Override
  public void repeat(RemoveMember record, Step step) {
    Repeats.of(step, List.of(key(record))).answer(record.replyTo(), false);
  }

  private static EntryKey key(RemoveMember record) {
    return new EntryKey(record.conversation(), record.by(), record.clientMessageId());
  }

  private static @Nullable Refusal refusal(RemoveMember record, Draft group, Step step) {
    if (GroupNames.isLobby(record.conversation())) {
      return GroupNames.everybodyBelongs();
    }
    // An administrator moderates every group that there is, its members or not.
    Refusal refusal =
        Moderation.isFromAbove(record.role(), group) ? null : asMember(record, group, step);
    if (refusal != null) {
      return refusal;
    }
    return group.isMember(record.account())
        ? null
        : Moderation.noSuchMember(group, record.account());
  }

  private static @Nullable Refusal asMember(RemoveMember record, Draft group, Step step) {
    Refusal membership = Membership.check(group, record.by());
    boolean leaves = record.by().equals(record.account());
    return membership != null || leaves ? membership : Muting.check(record.by(), group, step);
  }
}
