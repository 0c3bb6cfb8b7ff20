package dev.parley.gateway.session;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.parley.contracts.ErrorCode;
import dev.parley.contracts.auth.Role;
import dev.parley.contracts.conversation.CursorMove;
import dev.parley.contracts.conversation.Enroll;
import dev.parley.contracts.conversation.EntryKind;
import dev.parley.contracts.conversation.MoveCursors;
import dev.parley.contracts.conversation.Subscribe;
import dev.parley.contracts.delivery.BacklogPage;
import dev.parley.contracts.delivery.ConversationEntries;
import dev.parley.contracts.delivery.ConversationList;
import dev.parley.contracts.delivery.ConversationSummary;
import dev.parley.contracts.delivery.Done;
import dev.parley.contracts.delivery.Refused;
import dev.parley.contracts.delivery.Reply;
import dev.parley.contracts.delivery.Subscribed;
import dev.parley.contracts.presence.CloseSession;
import dev.parley.contracts.presence.OpenSession;
import dev.parley.contracts.presence.ResumeSession;
import dev.parley.contracts.presence.Typing;
import dev.parley.contracts.query.FetchBacklog;
import dev.parley.contracts.query.ListConversations;
import dev.parley.contracts.query.Range;
import dev.parley.gateway.Entries;
import dev.parley.gateway.door.CloseReason;
import dev.parley.gateway.door.Event;
import dev.parley.gateway.door.FakeConnection;
import dev.parley.gateway.exchange.Exchange;
import dev.parley.gateway.exchange.FakePublisher;
import dev.parley.gateway.exchange.LoopTurns;
import dev.parley.gateway.exchange.RequestFailedException;
import dev.parley.gateway.subscription.LogSubscriptionPublisher;
import dev.parley.gateway.subscription.SubscriptionTable;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
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
