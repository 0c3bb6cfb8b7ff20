package dev.parley.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConversationIdTest {
  @Test
  void givesBothAccountsTheSameDirectConversation() {
    assertThat(ConversationId.direct("bob", "alice"))
        .isEqualTo(ConversationId.direct("alice", "bob"))
        .isEqualTo("@alice+bob");
  }

  @Test
  void givesNotesToOneselfAConversation() {
    // Given
    String notes = ConversationId.direct("alice", "alice");

    // When
    String other = ConversationId.other(notes, "alice");

    // Then
    assertThat(notes).isEqualTo("@alice+alice");
    assertThat(other).isEqualTo("alice");
  }

  @Test
  void sortsHandlesByTheirBytes() {
    assertThat(ConversationId.direct("bob", "bob-2")).isEqualTo("@bob+bob-2");
    assertThat(ConversationId.direct("bob.x", "bob-x")).isEqualTo("@bob-x+bob.x");
  }

  @ParameterizedTest
  @CsvSource({
    "@alice+bob, true,  false, false",
    "#team,      false, true,  false",
    "#lobby,     false, true,  false",
    "!alice,     false, false, true",
    "alice,      false, false, false",
    "'',         false, false, false"
  })
  void tellsTheKindByTheFirstCharacter(String id, boolean direct, boolean group, boolean inbox) {
    assertThat(ConversationId.isDirect(id)).isEqualTo(direct);
    assertThat(ConversationId.isGroup(id)).isEqualTo(group);
    assertThat(ConversationId.isInbox(id)).isEqualTo(inbox);
  }

  @Test
  void makesTheIdsOfGroupsAndInboxes() {
    assertThat(ConversationId.group("team")).isEqualTo("#team");
    assertThat(ConversationId.group("lobby")).isEqualTo(ConversationId.LOBBY);
    assertThat(ConversationId.inbox("alice")).isEqualTo("!alice");
  }

  @Test
  void namesTheTwoMembersOfADirectConversation() {
    assertThat(ConversationId.directMembers("@alice+bob")).containsExactly("alice", "bob");
  }

  @ParameterizedTest
  @CsvSource({"alice,bob", "bob,alice"})
  void namesTheOtherEndOfADirectConversation(String reader, String other) {
    assertThat(ConversationId.other("@alice+bob", reader)).isEqualTo(other);
  }

  @ParameterizedTest
  @ValueSource(strings = {"#team", "!alice", "@alice", "alice+bob", ""})
  void findsNoMembersInWhatIsNotDirect(String id) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ConversationId.directMembers(id))
        .withMessage("a direct conversation is @one+other, got " + id);
  }

  @Test
  void namesTheOwnerOfAnInbox() {
    assertThat(ConversationId.inboxOwner("!alice")).isEqualTo("alice");
  }

  @ParameterizedTest
  @ValueSource(strings = {"#team", "@alice+bob", "alice", ""})
  void findsNoOwnerInWhatIsNoInbox(String id) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ConversationId.inboxOwner(id))
        .withMessage("an inbox is !account, got " + id);
  }
}
