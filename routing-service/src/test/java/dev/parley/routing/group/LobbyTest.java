package dev.parley.routing.group;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.ConversationId;
import dev.parley.contracts.ErrorCode;
import dev.parley.contracts.conversation.AddMembers;
import dev.parley.contracts.conversation.Enroll;
import dev.parley.contracts.conversation.LeaveGroup;
import dev.parley.contracts.conversation.RemoveMember;
import dev.parley.contracts.delivery.Done;
import dev.parley.routing.conversation.Cursors;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The group that everybody belongs to.
class LobbyTest extends GroupTest {

  @Test
  void changesNothingInTheLobby() {
    // When
    process(
        new AddMembers(ConversationId.LOBBY, "alice", List.of("bob"), "1", replyTo()),
        new RemoveMember(ConversationId.LOBBY, "alice", "bob", "2", replyTo()),
        new LeaveGroup(ConversationId.LOBBY, "alice", "3", replyTo()));

    // Then
    assertThat(refusals())
        .containsExactly(ErrorCode.BAD_COMMAND, ErrorCode.BAD_COMMAND, ErrorCode.BAD_COMMAND);
  }

  @Test
  void enrollsAnAccountWhereTheLobbyStands() {
    // Given
    process(post(ConversationId.LOBBY, "alice", "a"), post(ConversationId.LOBBY, "alice", "b"));

    // When
    process(new Enroll("bob", replyTo()), post(ConversationId.LOBBY, "alice", "c"));

    // Then
    assertThat(storage.cursors(ConversationId.LOBBY, "bob")).isEqualTo(new Cursors(2, 2));
    assertThat(published.replies()).containsExactly(new Done(3));
  }

  @Test
  void enrollsAnAccountOnce() {
    // Given
    process(new Enroll("bob", null));
    process(post(ConversationId.LOBBY, "alice", "a"));

    // When
    process(new Enroll("bob", null));

    // Then
    assertThat(storage.cursors(ConversationId.LOBBY, "bob")).isEqualTo(new Cursors(0, 0));
  }

  @Test
  void doesNotEnrollWhoDoesNotExist() {
    // When
    process(new Enroll("ghost", replyTo()));

    // Then
    assertThat(refusals()).containsExactly(ErrorCode.NO_SUCH_USER);
  }
}
