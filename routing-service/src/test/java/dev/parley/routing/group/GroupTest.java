package dev.parley.routing.group;

import dev.parley.contracts.conversation.AddMembers;
import dev.parley.contracts.conversation.CreateGroup;
import dev.parley.contracts.conversation.JoinGroup;
import dev.parley.contracts.conversation.LeaveGroup;
import dev.parley.contracts.conversation.RemoveMember;
import dev.parley.routing.batch.EngineTest;
import java.util.List;

/// What is asked of one group, `#team`.
abstract class GroupTest extends EngineTest {
  static final String TEAM = "#team";

  CreateGroup create(String by, String id, String... members) {
    return new CreateGroup(TEAM, by, List.of(members), id, replyTo());
  }

  JoinGroup join(String account, String id) {
    return new JoinGroup(TEAM, account, id, replyTo());
  }

  AddMembers add(String by, String id, String... accounts) {
    return new AddMembers(TEAM, by, List.of(accounts), id, replyTo());
  }

  RemoveMember remove(String by, String account, String id) {
    return new RemoveMember(TEAM, by, account, id, replyTo());
  }

  LeaveGroup leave(String account, String id) {
    return new LeaveGroup(TEAM, account, id, replyTo());
  }
}
