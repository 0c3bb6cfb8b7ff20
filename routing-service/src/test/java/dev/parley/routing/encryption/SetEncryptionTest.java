package dev.parley.routing.encryption;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.ErrorCode;
import dev.parley.contracts.SealedText;
import dev.parley.contracts.conversation.Attachment;
import dev.parley.contracts.conversation.Block;
import dev.parley.contracts.conversation.EditMessage;
import dev.parley.contracts.conversation.Entry;
import dev.parley.contracts.conversation.EntryKind;
import dev.parley.contracts.conversation.JoinGroup;
import dev.parley.contracts.conversation.Post;
import dev.parley.contracts.conversation.SetEncryption;
import dev.parley.routing.batch.EngineTest;
import java.util.List;
import org.junit.jupiter.api.Test;

class SetEncryptionTest extends EngineTest {
  private static final String SEALED = SealedText.PREFIX + "AAAA";
  private int ids;

  private SetEncryption encrypt(String by, boolean encrypted) {
    return new SetEncryption(DIRECT, by, encrypted, "s" + ++ids, replyTo());
  }

  private Post sealed(String sender, String text) {
    return new Post(DIRECT, sender, "m" + ++ids, text, replyTo());
  }

  private List<EntryKind> kinds() {
    return storage.entries(DIRECT).stream().map(Entry::kind).toList();
  }

  @Test
  void isAnEntryThatMakesTheConversation() {
    // When
    process(encrypt("alice", true), sealed("bob", SEALED));

    // Then
    assertNothingRefused();
    assertThat(kinds()).containsExactly(EntryKind.ENCRYPTED, EntryKind.MESSAGE);
    assertThat(acknowledgedSeqs()).containsExactly(1L, 2L);
  }

  @Test
  void refusesClearTextFromThenOn() {
    // Given
    process(post(DIRECT, "alice", "before"), encrypt("bob", true));

    // When
    process(post(DIRECT, "alice", "after"));

    // Then
    assertThat(refusals()).containsExactly(ErrorCode.ENCRYPTED);
    assertThat(kinds()).containsExactly(EntryKind.MESSAGE, EntryKind.ENCRYPTED);
  }

  @Test
  void refusesClearTextAfterARestart() {
    // Given
    process(encrypt("bob", true));
    engine = start();

    // When
    process(post(DIRECT, "alice", "after"));

    // Then
    assertThat(refusals()).containsExactly(ErrorCode.ENCRYPTED);
  }

  @Test
  void refusesAnEditInClearText() {
    // Given
    process(encrypt("alice", true), sealed("alice", SEALED));

    // When
    process(new EditMessage(DIRECT, "alice", 2, "clear", "e1", replyTo()));
    process(new EditMessage(DIRECT, "alice", 2, SEALED + "B", "e2", replyTo()));

    // Then
    assertThat(refusals()).containsExactly(ErrorCode.ENCRYPTED);
    assertThat(kinds().getLast()).isEqualTo(EntryKind.EDITED);
  }

  @Test
  void takesAFileWithASealedTextOnly() {
    // Given
    Attachment file = new Attachment("f".repeat(32), "encrypted", 5, "a/b", "0".repeat(64));
    process(encrypt("alice", true));

    // When
    process(
        new Post(DIRECT, "alice", "f1", "cat.png", replyTo(), null, file),
        new Post(DIRECT, "alice", "f2", SEALED, replyTo(), null, file));

    // Then
    assertThat(refusals()).containsExactly(ErrorCode.ENCRYPTED);
    assertThat(storage.entries(DIRECT)).extracting(Entry::attachment).containsExactly(null, file);
  }

  @Test
  void refusesSealedTextElsewhere() {
    // Given
    process(new JoinGroup("#open", "alice", "j1", replyTo()));

    // When
    process(sealed("alice", SEALED), new Post("#open", "alice", "g", SEALED, replyTo()));

    // Then
    assertThat(refusals()).containsExactly(ErrorCode.NOT_ENCRYPTED, ErrorCode.NOT_ENCRYPTED);
  }

  @Test
  void takesClearTextAgainOnceItIsSwitchedOff() {
    // Given
    process(encrypt("alice", true), encrypt("bob", false));

    // When
    process(post(DIRECT, "alice", "clear"), sealed("alice", SEALED));

    // Then
    assertThat(refusals()).containsExactly(ErrorCode.NOT_ENCRYPTED);
    assertThat(kinds())
        .containsExactly(EntryKind.ENCRYPTED, EntryKind.UNENCRYPTED, EntryKind.MESSAGE);
  }

  @Test
  void makesNoEntryOfWhatIsSoAlready() {
    // When
    process(encrypt("alice", true), sealed("alice", SEALED), encrypt("bob", true));

    // Then
    assertThat(acknowledgedSeqs()).containsExactly(1L, 2L, 0L);
    assertThat(kinds()).containsExactly(EntryKind.ENCRYPTED, EntryKind.MESSAGE);
  }

  @Test
  void answersARepeatedRequestAsBefore() {
    // Given
    SetEncryption request = encrypt("alice", true);
    process(request, encrypt("bob", false));

    // When
    process(request);

    // Then
    assertThat(acknowledgedSeqs()).containsExactly(1L, 2L, 1L);
    assertThat(kinds()).hasSize(2);
  }

  @Test
  void answersARepeatedRequestWithItsEntryThoughItIsSoByNow() {
    // Given
    SetEncryption request = encrypt("alice", true);
    process(request, sealed("bob", SEALED));

    // When
    process(request);

    // Then
    assertThat(acknowledgedSeqs()).containsExactly(1L, 2L, 1L);
    assertThat(kinds()).hasSize(2);
  }

  @Test
  void isRefusedInAGroupToStrangersAndToTheBlocked() {
    // Given
    process(new JoinGroup("#open", "alice", "j1", replyTo()));
    process(new Block(DIRECT, "bob", "alice", replyTo()));

    // When
    process(new SetEncryption("#open", "alice", true, "s1", replyTo()));
    process(new SetEncryption(DIRECT, "carol", true, "s2", replyTo()));
    process(encrypt("alice", true));

    // Then
    assertThat(refusals())
        .containsExactly(ErrorCode.BAD_COMMAND, ErrorCode.BAD_COMMAND, ErrorCode.BLOCKED);
  }
}
