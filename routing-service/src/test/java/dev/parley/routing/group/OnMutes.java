package dev.parley.routing.group;

import dev.parley.contracts.auth.Role;
import dev.parley.contracts.conversation.ConversationRecord;
import dev.parley.contracts.conversation.CreateGroup;
import dev.parley.contracts.conversation.JoinGroup;
import dev.parley.contracts.conversation.MuteMember;
import dev.parley.contracts.conversation.UnmuteMember;
import dev.parley.routing.batch.EngineTest;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;

/// Alice moderates, bob is muted, carol is a member, dave an outsider.
abstract class OnMutes extends EngineTest {
  static final String TEAM = "#team";
  static final String THUMB = "\ud83d\udc4d";
  static final Duration MINUTE = Duration.ofMinutes(1);
  int ids;

  @BeforeEach
  void makeTheGroup() {
    process(new CreateGroup(TEAM, "alice", List.of("bob", "carol"), "c", replyTo()));
    process(post(TEAM, "bob", "bob's"), post(TEAM, "carol", "carol's"));
    published.clear();
  }

  <T> List<T> replies(Class<T> kind) {
    return published.replies().stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  MuteMember mute(String by, String account, @Nullable Integer minutes) {
    return muteIn(TEAM, by, Role.MODERATOR, account, minutes);
  }

  MuteMember muteIn(String group, String by, Role role, String account, @Nullable Integer minutes) {
    return new MuteMember(group, by, account, minutes, id(), replyTo(), role);
  }

  UnmuteMember unmute(String by, String account) {
    return new UnmuteMember(TEAM, by, account, id(), replyTo(), Role.MODERATOR);
  }

  ConversationRecord join(String account) {
    return new JoinGroup("#open", account, id(), replyTo());
  }

  String id() {
    return "i" + ++ids;
  }
}
