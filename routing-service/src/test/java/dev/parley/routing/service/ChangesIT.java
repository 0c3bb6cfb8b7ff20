package dev.parley.routing.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.contracts.ErrorCode;
import dev.parley.contracts.conversation.DeleteMessage;
import dev.parley.contracts.conversation.EditMessage;
import dev.parley.contracts.conversation.Entry;
import dev.parley.contracts.conversation.EntryKind;
import dev.parley.contracts.conversation.MessageChange;
import dev.parley.contracts.conversation.Post;
import dev.parley.contracts.delivery.Acknowledged;
import dev.parley.contracts.delivery.HistoryPage;
import dev.parley.contracts.delivery.MessageState;
import dev.parley.contracts.delivery.Refused;
import dev.parley.contracts.delivery.Reply;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@ServiceTest
class ChangesIT extends OnDirect {
  @Test
  void deliversChangesInTheOrderOfTheLog() {
    // Given
    gateway.subscribe(direct, 0);
    gateway.post(direct, alice, "hello");

    // When
    Acknowledged edited = edit(1, "hello you");
    react(bob, 1, THUMB, false);
    delete(1);

    // Then
    assertThat(edited.seq()).isEqualTo(2);
    await()
        .atMost(TestGateway.LIMIT)
        .untilAsserted(() ->
            assertThat(gateway.delivered(direct))
                .extracting(Entry::kind)
                .containsExactly(
                    EntryKind.MESSAGE, EntryKind.EDITED, EntryKind.REACTED, EntryKind.DELETED));
    assertThat(gateway.delivered(direct))
        .extracting(Entry::target)
        .containsExactly(null, 1L, 1L, 1L);
  }

  @Test
  void showsMessagesAsTheyAreNow() {
    // Given
    gateway.post(direct, alice, "one");
    gateway.post(direct, alice, "two");
    gateway.post(direct, alice, "three");
    answer(bob, 3, "four");

    // When
    Acknowledged edited = edit(1, "one, edited");
    react(bob, 1, THUMB, false);
    react(alice, 1, THUMB, false);
    Acknowledged pinned = pin(1);
    delete(2);

    // Then
    HistoryPage page = history(null, null, null);
    assertThat(page.messages())
        .extracting(Entry::text)
        .containsExactly("one, edited", "", "three", "four");
    assertThat(page.messages()).extracting(Entry::target).containsExactly(null, null, null, 3L);
    assertThat(page.states())
        .containsExactly(
            new MessageState(
                1, pinned.seq(), edited.at(), false, true, Map.of(THUMB, List.of(bob, alice))),
            new MessageState(2, pinned.seq() + 1, null, true, false, Map.of()));
    assertThat(page.more()).isFalse();
  }

  @Test
  void refusesForeignAndOldAndMissingMessages() {
    // Given
    gateway.post(direct, alice, "one");

    // When
    Reply foreign = ask(new EditMessage(direct, bob, 1, "x", id(), gateway.nextReplyTo()));
    Reply missing = ask(new DeleteMessage(direct, alice, 9, id(), gateway.nextReplyTo()));

    // Then
    assertThat(((Refused) foreign).code()).isEqualTo(ErrorCode.NOT_AUTHOR);
    assertThat(((Refused) missing).code()).isEqualTo(ErrorCode.NO_SUCH_MESSAGE);
  }

  private void answer(String by, long seq, String text) {
    post(new Post(direct, by, id(), text, gateway.nextReplyTo(), seq));
  }

  private Reply ask(MessageChange change) {
    gateway.write(direct, change);
    return gateway.reply(change.replyTo());
  }
}
