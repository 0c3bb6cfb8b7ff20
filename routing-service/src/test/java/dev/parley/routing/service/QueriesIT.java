package dev.parley.routing.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.ErrorCode;
import dev.parley.contracts.ReplyTo;
import dev.parley.contracts.conversation.Attachment;
import dev.parley.contracts.conversation.CursorMove;
import dev.parley.contracts.conversation.Entry;
import dev.parley.contracts.conversation.JoinGroup;
import dev.parley.contracts.conversation.MoveCursors;
import dev.parley.contracts.conversation.Post;
import dev.parley.contracts.delivery.ConversationList;
import dev.parley.contracts.delivery.ConversationSummary;
import dev.parley.contracts.delivery.Edit;
import dev.parley.contracts.delivery.EditList;
import dev.parley.contracts.delivery.FileFound;
import dev.parley.contracts.delivery.HistoryPage;
import dev.parley.contracts.delivery.MessageState;
import dev.parley.contracts.delivery.Refused;
import dev.parley.contracts.delivery.Reply;
import dev.parley.contracts.query.CheckFile;
import dev.parley.contracts.query.FetchEdits;
import dev.parley.contracts.query.FetchFile;
import dev.parley.contracts.query.FetchPinned;
import dev.parley.contracts.query.ListConversations;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@ServiceTest
class QueriesIT extends OnDirect {
  @Test
  void givesAFileToWhoeverMayReadUntilItsMessageIsWithdrawn() {
    // Given
    String file = id().replace("-", "");
    Attachment attachment = new Attachment(file, "a b.txt", 5, "text/plain", file + file);
    Post post = new Post(direct, alice, id(), "look", gateway.nextReplyTo(), null, attachment);
    post(post);

    // When
    Reply toBob = gateway.query(to -> fetchFile(bob, post, file, to));
    Reply another = gateway.query(to -> fetchFile(bob, post, id().replace("-", ""), to));
    Reply toStranger = gateway.query(to -> fetchFile(gateway.account("eve"), post, file, to));
    Reply needed = gateway.query(to -> checkFile(post, file, to));
    List<Entry> shown = history(null, null, null).messages();
    delete(1);
    Reply afterwards = gateway.query(to -> fetchFile(bob, post, file, to));
    Reply neededNoMore = gateway.query(to -> checkFile(post, file, to));

    // Then
    assertThat(toBob).isInstanceOf(FileFound.class);
    assertThat(((FileFound) toBob).attachment()).isEqualTo(attachment);
    assertThat(((Refused) another).code()).isEqualTo(ErrorCode.NO_SUCH_FILE);
    assertThat(((Refused) toStranger).code()).isEqualTo(ErrorCode.BAD_COMMAND);
    assertThat(shown.getFirst().attachment()).isEqualTo(attachment);
    assertThat(((Refused) afterwards).code()).isEqualTo(ErrorCode.NO_SUCH_FILE);
    assertThat(needed).isInstanceOf(FileFound.class);
    assertThat(((Refused) neededNoMore).code()).isEqualTo(ErrorCode.NO_SUCH_FILE);
    assertThat(history(null, null, null).messages().getFirst().attachment()).isNull();
  }

  @Test
  void readsPagesBehindAndAroundASeq() {
    // Given
    for (int i = 1; i <= 9; i++) {
      gateway.post(direct, alice, "m" + i);
    }

    // Then
    assertThat(history(null, 7L, null).messages()).extracting(Entry::seq).containsExactly(8L, 9L);
    assertThat(history(null, null, 5L).messages())
        .extracting(Entry::seq)
        .containsExactly(4L, 5L, 6L, 7L);
    assertThat(history(5L, null, null).more()).isFalse();
    assertThat(history(6L, null, null).more()).isTrue();
  }

  @Test
  void listsTheVersionsOfAMessageUntilItIsWithdrawn() {
    // Given
    gateway.post(direct, alice, "one");
    edit(1, "two");
    edit(1, "three");

    // When
    EditList versions = (EditList) edits(1);
    delete(1);

    // Then
    assertThat(versions.edits()).extracting(Edit::text).containsExactly("one", "two", "three");
    assertThat(edits(1)).isInstanceOf(Refused.class);
    assertThat(edits(2)).isInstanceOf(Refused.class);
  }

  @Test
  void listsPinnedMessages() {
    // Given
    gateway.post(direct, alice, "one");
    gateway.post(direct, bob, "two");
    pin(2);
    pin(1);

    // When
    HistoryPage pinned =
        (HistoryPage) gateway.query(replyTo -> new FetchPinned(bob, direct, replyTo));

    // Then
    assertThat(pinned.messages()).extracting(Entry::text).containsExactly("one", "two");
    assertThat(pinned.states()).extracting(MessageState::pinned).containsExactly(true, true);
  }

  @Test
  void countsWhatIsUnreadAndWhatCallsTheReader() {
    // Given
    gateway.post(direct, alice, "read");
    gateway.post(direct, alice, "unread");
    gateway.post(direct, alice, "hey @" + bob + "!");
    gateway.post(direct, alice, "to be withdrawn");
    gateway.post(direct, bob, "my own @all");
    gateway.post(direct, alice, "lunch, @here?");
    delete(4);
    gateway.ask(
        direct, replyTo -> new MoveCursors(List.of(new CursorMove(direct, bob, 1, 1)), replyTo));
    String open = "#open-" + UUID.randomUUID();
    gateway.ask(open, replyTo -> new JoinGroup(open, bob, id(), replyTo));

    // When
    ConversationList counted =
        (ConversationList) gateway.query(replyTo -> new ListConversations(bob, replyTo, true));
    ConversationList plain =
        (ConversationList) gateway.query(replyTo -> new ListConversations(bob, replyTo));

    // Then
    assertThat(counted.conversations())
        .contains(new ConversationSummary(direct, 7, 1, 1, 2, null, 3, 1))
        .contains(new ConversationSummary(open, 1, 1, 1, 1, true, 0, 0));
    assertThat(plain.conversations()).contains(new ConversationSummary(direct, 7, 1, 1, 2));
  }

  private CheckFile checkFile(Post post, String file, ReplyTo to) {
    return new CheckFile(alice, direct, post.clientMessageId(), file, to);
  }

  private FetchFile fetchFile(String account, Post post, String file, ReplyTo to) {
    return new FetchFile(account, direct, alice, post.clientMessageId(), file, to);
  }

  private Reply edits(long seq) {
    return gateway.query(replyTo -> new FetchEdits(bob, direct, seq, replyTo));
  }
}
