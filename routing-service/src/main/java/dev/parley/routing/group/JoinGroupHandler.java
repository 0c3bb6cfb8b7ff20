package dev.parley.routing.group;

import dev.parley.contracts.conversation.EntryKind;
import dev.parley.contracts.conversation.JoinGroup;
import dev.parley.routing.conversation.ConversationKind;
import dev.parley.routing.conversation.Draft;
import dev.parley.routing.conversation.EntryKey;
import dev.parley.routing.conversation.Needs;
import dev.parley.routing.conversation.RecordHandler;
import dev.parley.routing.conversation.Refusal;
import dev.parley.routing.conversation.Step;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Lets accounts into open groups; the first one makes the group. A member who joins again, and
/// everybody who joins the lobby, succeeds without an entry.
@Singleton
public final class JoinGroupHandler implements RecordHandler<JoinGroup> {
  private final GroupLimits limits;

  /// Prepares the handler.
  ///
  /// @param limits how large groups may be
  public JoinGroupHandler(GroupLimits limits) {
    this.limits = limits;
  }

  @Override
  public Class<JoinGroup> kind() {
    return JoinGroup.class;
  }

  @Override
  public void needs(JoinGroup record, Needs needs) {
    needs.conversation(record.conversation());
    needs.account(record.account());
    needs.groupCount(record.account());
    needs.entry(key(record));
  }

  @Override
  public void apply(JoinGroup record, Step step) {
    Draft group = step.draft(record.conversation());
    if (isIn(record, group) || step.stored().find(key(record)) != null) {
      step.done(record.replyTo());
      return;
    }
    Refusal refusal = refusal(record, group, step);
    if (refusal != null) {
      step.refuse(record.replyTo(), refusal);
      return;
    }
    if (!group.exists()) {
      group.create(ConversationKind.OPEN_GROUP, step.cause().at());
    }
    MembershipEntries.append(step, group, EntryKind.JOINED, key(record), record.account(), 0);
    step.done(record.replyTo());
  }

  @Override
  public void repeat(JoinGroup record, Step step) {
    Repeats.of(step, List.of(key(record)))
        .answer(record.replyTo(), isIn(record, step.draft(record.conversation())));
  }

  private static boolean isIn(JoinGroup record, Draft group) {
    return group.isMember(record.account()) || GroupNames.isLobby(record.conversation());
  }

  private static EntryKey key(JoinGroup record) {
    return new EntryKey(record.conversation(), record.account(), record.clientMessageId());
  }

  private @Nullable Refusal refusal(JoinGroup record, Draft group, Step step) {
    Refusal name = GroupNames.check(record.conversation());
    if (name != null) {
      return name;
    }
    if (group.kind() == ConversationKind.CLOSED_GROUP) {
      return GroupNames.taken(record.conversation());
    }
    if (!step.exists(record.account())) {
      return Refusal.noSuchUser(record.account());
    }
    return limits.check(group, List.of(record.account()), step);
  }
}
