package dev.parley.routing.group;

import dev.parley.contracts.conversation.CreateGroup;
import dev.parley.contracts.conversation.EntryKind;
import dev.parley.routing.conversation.ConversationKind;
import dev.parley.routing.conversation.Draft;
import dev.parley.routing.conversation.EntryKey;
import dev.parley.routing.conversation.Needs;
import dev.parley.routing.conversation.RecordHandler;
import dev.parley.routing.conversation.Refusal;
import dev.parley.routing.conversation.Step;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Makes closed groups: one entry for each first member, the creator first. A repeated request of
/// the same creator is done already.
@Singleton
public final class CreateGroupHandler implements RecordHandler<CreateGroup> {
  private final GroupLimits limits;

  /// Prepares the handler.
  ///
  /// @param limits how large groups may be
  public CreateGroupHandler(GroupLimits limits) {
    this.limits = limits;
  }

  @Override
  public Class<CreateGroup> kind() {
    return CreateGroup.class;
  }

  @Override
  public void needs(CreateGroup record, Needs needs) {
    needs.conversation(record.conversation());
    List<String> members = members(record);
    for (int i = 0; i < members.size(); i++) {
      needs.account(members.get(i));
      needs.groupCount(members.get(i));
      needs.entry(key(record, i));
    }
  }

  @Override
  public void apply(CreateGroup record, Step step) {
    if (step.stored().find(key(record, 0)) != null) {
      step.done(record.replyTo());
      return;
    }
    Draft group = step.draft(record.conversation());
    Refusal refusal = refusal(record, group, step);
    if (refusal != null) {
      step.refuse(record.replyTo(), refusal);
      return;
    }
    group.create(ConversationKind.CLOSED_GROUP, step.cause().at());
    List<String> members = members(record);
    for (int i = 0; i < members.size(); i++) {
      MembershipEntries.append(step, group, EntryKind.ADDED, key(record, i), members.get(i), i);
    }
    step.done(record.replyTo());
  }

  @Override
  public void repeat(CreateGroup record, Step step) {
    List<EntryKey> keys =
        Stream.iterate(0, i -> i < members(record).size(), i -> i + 1)
            .map(i -> key(record, i))
            .toList();
    Repeats.of(step, keys).answer(record.replyTo(), false);
  }

  private static EntryKey key(CreateGroup record, int item) {
    return new EntryKey(record.conversation(), record.by(), record.clientMessageId() + "/" + item);
  }

  private static List<String> members(CreateGroup record) {
    return Stream.concat(Stream.of(record.by()), record.members().stream()).distinct().toList();
  }

  private @Nullable Refusal refusal(CreateGroup record, Draft group, Step step) {
    Refusal name = GroupNames.check(record.conversation());
    if (name != null) {
      return name;
    }
    if (group.exists() || GroupNames.isLobby(record.conversation())) {
      return GroupNames.taken(record.conversation());
    }
    List<String> members = members(record);
    for (String member : members) {
      if (!step.exists(member)) {
        return Refusal.noSuchUser(member);
      }
    }
    return limits.check(group, members, step);
  }
}
