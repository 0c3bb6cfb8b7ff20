package dev.parley.routing.group;

import dev.parley.contracts.conversation.AddMembers;
import dev.parley.contracts.conversation.EntryKind;
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
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Adds members to a group, all or none; each one that was not a member yet becomes an entry.
@Singleton
public final class AddMembersHandler implements RecordHandler<AddMembers> {
  private final GroupLimits limits;

  /// Prepares the handler.
  ///
  /// @param limits how large groups may be
  public AddMembersHandler(GroupLimits limits) {
    this.limits = limits;
  }

  @Override
  public Class<AddMembers> kind() {
    return AddMembers.class;
  }

  @Override
  public void needs(AddMembers record, Needs needs) {
    needs.conversation(record.conversation());
    List<String> accounts = accounts(record);
    accounts.forEach(needs::account);
    accounts.forEach(needs::groupCount);
    keys(record).forEach(needs::entry);
  }

  @Override
  public void apply(AddMembers record, Step step) {
    List<EntryKey> keys = keys(record);
    if (keys.stream().anyMatch(key -> step.stored().find(key) != null)) {
      step.done(record.replyTo());
      return;
    }
    Draft group = step.draft(record.conversation());
    Refusal refusal = refusal(record, group, step);
    if (refusal != null) {
      step.refuse(record.replyTo(), refusal);
      return;
    }
    List<String> accounts = accounts(record);
    for (int i = 0; i < accounts.size(); i++) {
      if (!group.isMember(accounts.get(i))) {
        MembershipEntries.append(step, group, EntryKind.ADDED, keys.get(i), accounts.get(i), i);
      }
    }
    step.done(record.replyTo());
  }

  @Override
  public void repeat(AddMembers record, Step step) {
    Draft group = step.draft(record.conversation());
    Repeats.of(step, keys(record))
        .answer(record.replyTo(), group.members().containsAll(record.accounts()));
  }

  private static List<EntryKey> keys(AddMembers record) {
    return IntStream.range(0, accounts(record).size())
        .mapToObj(i ->
            new EntryKey(record.conversation(), record.by(), record.clientMessageId() + "/" + i))
        .toList();
  }

  private static List<String> accounts(AddMembers record) {
    return record.accounts().stream().distinct().toList();
  }

  private @Nullable Refusal refusal(AddMembers record, Draft group, Step step) {
    if (GroupNames.isLobby(record.conversation())) {
      return GroupNames.everybodyBelongs();
    }
    Refusal membership = Membership.check(group, record.by());
    if (membership == null) {
      membership = Muting.check(record.by(), group, step);
    }
    if (membership != null) {
      return membership;
    }
    List<String> joiners =
        accounts(record).stream().filter(account -> !group.isMember(account)).toList();
    for (String joiner : joiners) {
      if (!step.exists(joiner)) {
        return Refusal.noSuchUser(joiner);
      }
    }
    return limits.check(group, joiners, step);
  }
}
