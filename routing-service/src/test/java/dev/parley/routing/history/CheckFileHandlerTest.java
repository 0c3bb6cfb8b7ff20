package dev.parley.routing.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.ErrorCode;
import dev.parley.contracts.ReplyTo;
import dev.parley.contracts.conversation.Attachment;
import dev.parley.contracts.conversation.Entry;
import dev.parley.contracts.conversation.EntryKind;
import dev.parley.contracts.delivery.FileFound;
import dev.parley.contracts.delivery.Refused;
import dev.parley.contracts.delivery.Reply;
import dev.parley.contracts.query.CheckFile;
import dev.parley.routing.conversation.ConversationKind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CheckFileHandlerTest {
  private static final String ID = "0123456789abcdef0123456789abcdef";
  private static final Attachment FILE = new Attachment(ID, "a.txt", 5, "text/plain", ID + ID);

  private final FakeHistoryStore store =
      new FakeHistoryStore()
          .withConversation("#team", ConversationKind.CLOSED_GROUP, true)
          .withConversation("#others", ConversationKind.CLOSED_GROUP, false)
          .withFile(1, message("c1", FILE))
          .withFile(1, message("withdrawn", null))
          .withFile(2, message("c1", FILE));

  private final CheckFileHandler handler = new CheckFileHandler(store);

  /// Alice is no member of `#others`: nobody who asks has to be.
  @ParameterizedTest
  @ValueSource(strings = {"#team", "#others"})
  void knowsTheFileOfAMessageWhoeverMayReadIt(String conversation) {
    assertThat(check(conversation, "bob", "c1", ID)).isEqualTo(new FileFound(44, 7, FILE));
  }

  @ParameterizedTest
  @CsvSource({
    "#team, bob, withdrawn, 0123456789abcdef0123456789abcdef, NO_SUCH_FILE",
    "#team, bob, never, 0123456789abcdef0123456789abcdef, NO_SUCH_FILE",
    "#team, bob, c1, ffffffffffffffffffffffffffffffff, NO_SUCH_FILE",
    "#team, alice, c1, 0123456789abcdef0123456789abcdef, NO_SUCH_FILE",
    "#gone, bob, c1, 0123456789abcdef0123456789abcdef, NO_SUCH_GROUP",
    "@bob+eve, bob, c1, 0123456789abcdef0123456789abcdef, NO_SUCH_GROUP"
  })
  void saysThatNoMessageHasIt(
      String conversation, String author, String clientMessageId, String file, ErrorCode code) {
    // When
    Reply reply = check(conversation, author, clientMessageId, file);

    // Then
    assertThat(((Refused) reply).code()).isEqualTo(code);
  }

  private Reply check(String conversation, String author, String clientMessageId, String file) {
    return handler.answer(
        new CheckFile(author, conversation, clientMessageId, file, new ReplyTo("gw-1", 44)));
  }

  private static Entry message(String id, @Nullable Attachment attachment) {
    return new Entry(7, 1, EntryKind.MESSAGE, "bob", id, null, "hi", null, attachment);
  }
}
