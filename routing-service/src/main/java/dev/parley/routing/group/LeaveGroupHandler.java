package dev.parley.routing.group;

import dev.parley.contracts.conversation.EntryKind;
import dev.parley.contracts.conversation.LeaveGroup;
import dev.parley.routing.conversation.Draft;
import dev.parley.routing.conversation.EntryKey;
import dev.parley.routing.conversation.Membership;
import dev.parley.routing.conversation.Needs;
import dev.parley.routing.conversation.RecordHandler;
import dev.parley.routing.conversation.Refusal;
import dev.parley.routing.conversation.Step;
import jakarta.inject.Singleton;
import java.util.List;

/// Lets members leave a group. A group whose last member has left stays.
@Singleton
public final class LeaveGroupHandler implements RecordHandler<LeaveGroup> {

  /// Prepares the handler.
  public LeaveGroupHandler() {}

  @Override
  public Class<LeaveGroup> kind() {
    return LeaveGroup.class;
  }

  @Override
  public void needs(LeaveGroup record, Needs needs) {
    needs.conversation(record.conversation());
    needs.entry(key(record));
  }

  @Override
  public void apply(LeaveGroup record, Step step) {
    if (step.stored().find(key(record)) != null) {
      step.done(record.replyTo());
      return;
    }
    Draft group = step.draft(record.conversation());
    Refusal refusal =
        GroupNames.isLobby(record.conversation())
            ? GroupNames.everybodyBelongs()
            : Membership.check(group, record.account());
    if (refusal != null) {
      step.refuse(record.replyTo(), refusal);
      return;
    }
    MembershipEntries.append(step, group, EntryKind.LEFT, key(record), record.account(), 0);
    step.done(record.replyTo());
  }

  @Override
  public void repeat(LeaveGroup record, Step step) {
    Repeats.of(step, List.of(key(record))).answer(record.replyTo(), false);
  }

  private static EntryKey key(LeaveGroup record) {
    return new EntryKey(record.conversation(), record.account(), record.clientMessageId());
  }
}
