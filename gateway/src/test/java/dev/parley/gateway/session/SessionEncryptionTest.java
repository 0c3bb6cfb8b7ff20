package dev.parley.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parley.contracts.ErrorCode;
import dev.parley.contracts.conversation.EntryKind;
import dev.parley.contracts.delivery.ConversationEntries;
import dev.parley.contracts.delivery.ConversationSummary;
import dev.parley.gateway.Entries;
import dev.parley.gateway.exchange.RequestFailedException;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Which conversations a session knows to be encrypted.
class SessionEncryptionTest extends OnSessions {
  @Test
  void knowsWhichConversationsAreEncrypted() {
    // Given
    ConversationSummary encrypted =
        new ConversationSummary("@alice+bob", 3, 3, 3, 2, null, null, null, true);
    Session session =
        openWith(summary("!alice", 0, 0), lobby(), encrypted, summary("@alice+carol", 0, 0));
    sessions.start(session);

    // When
    table.onEntries(
        new ConversationEntries(
            "@alice+carol", List.of(Entries.change(1, EntryKind.ENCRYPTED, "carol", ""))),
        turns);
    turns.run();

    // Then
    assertThat(session.isEncrypted("@alice+bob")).isTrue();
    assertThat(session.isEncrypted("@alice+carol")).isTrue();
    assertThat(session.isEncrypted("#lobby")).isFalse();
    assertThat(session.isEncrypted("@alice+dave")).isFalse();
    assertThatCode(() -> session.requireClear("#lobby")).doesNotThrowAnyException();
    assertThatExceptionOfType(RequestFailedException.class)
        .isThrownBy(() -> session.requireClear("@alice+bob"))
        .extracting(RequestFailedException::code)
        .isEqualTo(ErrorCode.ENCRYPTED);
  }

  @Test
  void forgetsNoLaterSwitchOfEncryptionForAnEarlierOne() {
    // Given
    Session session = openWith(summary("!alice", 0, 0), lobby(), summary("@alice+bob", 0, 0));
    sessions.start(session);
    session.onEncryption("@alice+bob", false, 2);

    // When
    table.onEntries(
        new ConversationEntries(
            "@alice+bob", List.of(Entries.change(1, EntryKind.ENCRYPTED, "bob", ""))),
        turns);
    turns.run();

    // Then
    assertThat(session.isEncrypted("@alice+bob")).isFalse();
  }

  @Test
  void forgetsNoSwitchOfEncryptionForAnAnswerThatNamesNone() {
    // Given
    Session session = openWith(summary("!alice", 0, 0), lobby(), summary("@alice+bob", 0, 0));
    sessions.start(session);
    session.onEncryption("@alice+bob", true, 0);
    assertThat(session.isEncrypted("@alice+bob")).isTrue();
    table.onEntries(
        new ConversationEntries(
            "@alice+bob", List.of(Entries.change(1, EntryKind.UNENCRYPTED, "bob", ""))),
        turns);
    turns.run();

    // When
    session.onEncryption("@alice+bob", true, 0);

    // Then
    assertThat(session.isEncrypted("@alice+bob")).isFalse();
  }
}
