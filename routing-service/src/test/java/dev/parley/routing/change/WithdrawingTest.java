package dev.parley.routing.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.conversation.Attachment;
import dev.parley.contracts.conversation.Entry;
import dev.parley.contracts.conversation.Post;
import dev.parley.contracts.file.FileWithdrawn;
import dev.parley.routing.conversation.LogRecord;
import dev.parley.routing.conversation.StoredMessage;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What a deletion takes with it.
class WithdrawingTest extends OnChanges {
  private static final String FILE_ID = "0123456789abcdef0123456789abcdef";

  private static final Attachment FILE =
      new Attachment(FILE_ID, "a b.txt", 5, "text/plain", FILE_ID + FILE_ID);

  @Test
  void keepsTheFileOfAMessage() {
    // When
    process(postWithFile(), post(DIRECT, "alice", "a"));

    // Then
    assertThat(storage.entries(DIRECT)).extracting(Entry::attachment).containsExactly(FILE, null);
    assertThat(message(1).file()).isEqualTo(FILE_ID);
    assertThat(published.withdrawn()).isEmpty();
  }

  @Test
  void withdrawsTheFileWithItsMessage() {
    // Given
    process(postWithFile());

    // When
    process(delete("alice", 1));

    // Then
    assertThat(published.withdrawn()).containsExactly(new FileWithdrawn(FILE_ID, DIRECT));
    assertThat(storage.entries(DIRECT)).extracting(Entry::attachment).containsOnlyNulls();
    assertThat(storage.entries(DIRECT)).extracting(Entry::subject).containsExactly(null, FILE_ID);
  }

  @Test
  void withdrawsTheFileAgainWhenTheRecordsAreRepeated() {
    // Given
    List<LogRecord> batch = log.write(postWithFile(), delete("alice", 1));
    engine.process(batch).join();
    published.clear();

    // When
    start().process(batch).join();

    // Then
    assertThat(published.withdrawn()).containsExactly(new FileWithdrawn(FILE_ID, DIRECT));
  }

  @Test
  void forgetsTheTextsOfAWithdrawnMessageAndItsReactions() {
    // Given
    process(post(DIRECT, "alice", "a"), post(DIRECT, "alice", "b"));
    process(edit("alice", 1, "better"), react("bob", 1, THUMB), pin("bob", 1));

    // When
    process(delete("alice", 1));

    // Then
    assertThat(storage.entries(DIRECT))
        .extracting(Entry::text)
        .containsExactly("", "text of b", "", THUMB, null, null);
    StoredMessage message = message(1);
    assertThat(message.deleted()).isTrue();
    assertThat(message.pinned()).isFalse();
    assertThat(message.reactions()).isEmpty();
    assertThat(message.textSeq()).isEqualTo(1);
  }

  @Test
  void forgetsWhatIsWrittenAndWithdrawnInOneBatch() {
    // When
    process(
        post(DIRECT, "alice", "a"),
        edit("alice", 1, "b"),
        react("bob", 1, THUMB),
        delete("alice", 1));

    // Then
    assertThat(storage.entries(DIRECT))
        .extracting(Entry::text)
        .containsExactly("", "", THUMB, null);
    assertThat(message(1).deleted()).isTrue();
    assertThat(message(1).reactions()).isEmpty();
  }

  private Post postWithFile() {
    return new Post(DIRECT, "alice", "f", "a file", replyTo(), null, FILE);
  }
}
