package dev.parley.routing.group;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.ConversationId;
import dev.parley.contracts.ErrorCode;
import dev.parley.contracts.auth.Role;
import dev.parley.contracts.conversation.AddMembers;
import dev.parley.contracts.conversation.DeleteMessage;
import dev.parley.contracts.conversation.EditMessage;
import dev.parley.contracts.conversation.Entry;
import dev.parley.contracts.conversation.EntryKind;
import dev.parley.contracts.conversation.LeaveGroup;
import dev.parley.contracts.conversation.Pin;
import dev.parley.contracts.conversation.Post;
import dev.parley.contracts.conversation.React;
import dev.parley.contracts.conversation.RemoveMember;
import dev.parley.contracts.conversation.UnmuteMember;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Who may mute whom, and what the muted may not.
class MayMuteTest extends OnMutes {
  @Test
  void refusesWhatTheMutedWriteAndChange() {
    // Given
    process(mute("alice", "bob", null));

    // When
    process(
        post(TEAM, "bob", "p"),
        new Post(TEAM, "bob", "reply", "text", replyTo(), 5L),
        new EditMessage(TEAM, "bob", 4, "other", id(), replyTo()),
        new React(TEAM, "bob", 5, THUMB, false, id(), replyTo()),
        new Pin(TEAM, "bob", 5, false, id(), replyTo()),
        new AddMembers(TEAM, "bob", List.of("dave"), id(), replyTo()),
        new RemoveMember(TEAM, "bob", "carol", id(), replyTo()));

    // Then
    assertThat(refusals()).hasSize(7).containsOnly(ErrorCode.MUTED);
    assertThat(storage.entries(TEAM)).hasSize(6);
  }

  @Test
  void letsTheMutedTakeBackWhatTheySaid() {
    // Given
    process(new React(TEAM, "bob", 5, THUMB, false, id(), replyTo()), mute("alice", "bob", null));

    // When
    process(
        new DeleteMessage(TEAM, "bob", 4, id(), replyTo()),
        new React(TEAM, "bob", 5, THUMB, true, id(), replyTo()),
        new LeaveGroup(TEAM, "bob", id(), replyTo()));

    // Then
    assertNothingRefused();
    assertThat(storage.entries(TEAM).subList(7, 10))
        .extracting(Entry::kind)
        .containsExactly(EntryKind.DELETED, EntryKind.UNREACTED, EntryKind.LEFT);
  }

  @Test
  void letsOnlyModeratorsOfTheGroupMute() {
    // When
    process(
        muteIn(TEAM, "carol", Role.MEMBER, "bob", 1),
        muteIn(TEAM, "dave", Role.MEMBER, "bob", 1),
        muteIn(TEAM, "dave", Role.MODERATOR, "bob", 1),
        muteIn("#none", "dave", Role.ADMIN, "bob", 1),
        mute("alice", "dave", 1),
        mute("alice", "alice", 1));
    process(
        new UnmuteMember(TEAM, "carol", "bob", id(), replyTo(), Role.MEMBER),
        unmute("alice", "dave"));

    // Then
    assertThat(refusals())
        .containsExactlyInAnyOrder(
            ErrorCode.NOT_ALLOWED,
            ErrorCode.NO_SUCH_GROUP,
            ErrorCode.NO_SUCH_GROUP,
            ErrorCode.NO_SUCH_GROUP,
            ErrorCode.NO_SUCH_USER,
            ErrorCode.BAD_COMMAND,
            ErrorCode.NOT_ALLOWED,
            ErrorCode.NO_SUCH_USER);
    assertThat(storage.entries(TEAM)).hasSize(5);
  }

  @Test
  void letsAnAdministratorMuteInGroupsOfOthers() {
    // When
    process(muteIn(TEAM, "dave", Role.ADMIN, "alice", null));
    process(new UnmuteMember(TEAM, "dave", "alice", id(), replyTo(), Role.ADMIN));

    // Then
    assertNothingRefused();
    assertThat(storage.entries(TEAM)).hasSize(7);
  }

  @Test
  void letsNoMutedModeratorModerate() {
    // Given
    process(muteIn(TEAM, "dave", Role.ADMIN, "alice", null));

    // When
    process(
        unmute("alice", "alice"),
        mute("alice", "bob", 1),
        new DeleteMessage(TEAM, "alice", 4, id(), replyTo(), Role.MODERATOR));

    // Then
    assertThat(refusals()).hasSize(3).containsOnly(ErrorCode.MUTED);
  }

  @Test
  void letsAMutedAdministratorModerateAndUnmuteItself() {
    // Given
    process(mute("alice", "bob", null));

    // When
    process(
        new DeleteMessage(TEAM, "bob", 5, id(), replyTo(), Role.ADMIN),
        new UnmuteMember(TEAM, "bob", "bob", id(), replyTo(), Role.ADMIN));

    // Then
    assertNothingRefused();
    assertThat(storage.entries(TEAM)).hasSize(8);
  }

  @Test
  void mutesInTheLobbyWhichEverybodyBelongsTo() {
    // When
    process(
        muteIn(ConversationId.LOBBY, "alice", Role.MODERATOR, "dave", null),
        muteIn(ConversationId.LOBBY, "alice", Role.MODERATOR, "ghost", null));
    process(post(ConversationId.LOBBY, "dave", "p"), post(TEAM, "bob", "elsewhere"));

    // Then
    assertThat(refusals()).containsExactlyInAnyOrder(ErrorCode.NO_SUCH_USER, ErrorCode.MUTED);
  }
}
