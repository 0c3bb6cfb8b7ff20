package dev.parley.routing.history;

import static dev.parley.routing.history.MessagesWithFiles.FILE;
import static dev.parley.routing.history.MessagesWithFiles.ID;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.ErrorCode;
import dev.parley.contracts.ReplyTo;
import dev.parley.contracts.delivery.FileFound;
import dev.parley.contracts.delivery.Refused;
import dev.parley.contracts.delivery.Reply;
import dev.parley.contracts.query.CheckFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CheckFileHandlerTest {
  private final FakeHistoryStore store = MessagesWithFiles.store();
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
}
