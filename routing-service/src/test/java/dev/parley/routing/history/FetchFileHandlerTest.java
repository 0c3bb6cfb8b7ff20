package dev.parley.routing.history;

import static dev.parley.routing.history.MessagesWithFiles.FILE;
import static dev.parley.routing.history.MessagesWithFiles.ID;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.ErrorCode;
import dev.parley.contracts.ReplyTo;
import dev.parley.contracts.delivery.FileFound;
import dev.parley.contracts.delivery.Refused;
import dev.parley.contracts.delivery.Reply;
import dev.parley.contracts.query.FetchFile;
import dev.parley.routing.account.AccountLookup;
import dev.parley.routing.account.Accounts;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FetchFileHandlerTest {
  private final FakeHistoryStore store = MessagesWithFiles.store();
  private final FetchFileHandler handler =
      new FetchFileHandler(
          store, new ReadAccess(new AccountLookup(new Accounts(), FetchFileHandlerTest::done)));

  @Test
  void givesAMemberTheFileOfAMessage() {
    assertThat(fetch("#team", "bob", "c1", ID)).isEqualTo(new FileFound(44, 7, FILE));
  }

  @ParameterizedTest
  @CsvSource({
    "#team, bob, withdrawn, 0123456789abcdef0123456789abcdef, NO_SUCH_FILE",
    "#team, bob, c1, ffffffffffffffffffffffffffffffff, NO_SUCH_FILE",
    "#team, alice, c1, 0123456789abcdef0123456789abcdef, NO_SUCH_FILE",
    "#others, bob, c1, 0123456789abcdef0123456789abcdef, NO_SUCH_GROUP",
    "@bob+eve, bob, c1, 0123456789abcdef0123456789abcdef, BAD_COMMAND"
  })
  void refusesEveryOtherFile(
      String conversation, String author, String clientMessageId, String file, ErrorCode code) {
    // When
    Reply reply = fetch(conversation, author, clientMessageId, file);

    // Then
    assertThat(((Refused) reply).code()).isEqualTo(code);
  }

  private Reply fetch(String conversation, String author, String clientMessageId, String file) {
    return handler.answer(
        new FetchFile(
            "alice", conversation, author, clientMessageId, file, new ReplyTo("gw-1", 44)));
  }

  private static CompletableFuture<Void> done() {
    return CompletableFuture.completedFuture(null);
  }
}
