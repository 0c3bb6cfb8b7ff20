package dev.parley.routing.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.parley.contracts.ErrorCode;
import dev.parley.contracts.audit.AuditAction;
import dev.parley.contracts.audit.AuditEvent;
import dev.parley.contracts.auth.Role;
import dev.parley.contracts.conversation.AddMembers;
import dev.parley.contracts.conversation.Entry;
import dev.parley.contracts.conversation.EntryKind;
import dev.parley.contracts.conversation.JoinGroup;
import dev.parley.contracts.conversation.LeaveGroup;
import dev.parley.contracts.conversation.MuteMember;
import dev.parley.contracts.conversation.Post;
import dev.parley.contracts.conversation.UnmuteMember;
import dev.parley.contracts.delivery.Refused;
import dev.parley.contracts.delivery.Reply;
import dev.parley.routing.batch.Log;
import dev.parley.routing.conversation.LogRecord;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class MutesTest extends OnMutes {
  @Test
  void makesAMuteAnEntryThatSaysWhenItEnds() {
    // When
    process(mute("alice", "bob", 2), mute("alice", "carol", null));

    // Then
    long end = Log.START + 3 + 2 * MINUTE.toMillis();
    assertThat(storage.entries(TEAM).subList(5, 7))
        .extracting(Entry::kind, Entry::author, Entry::subject, Entry::mutedUntil)
        .containsExactly(
            tuple(EntryKind.MUTED, "alice", "bob", end),
            tuple(EntryKind.MUTED, "alice", "carol", null));
    assertThat(published.audit())
        .extracting(AuditEvent::action, AuditEvent::account, AuditEvent::subject)
        .containsExactly(
            tuple(AuditAction.MEMBER_MUTED, "alice", "bob"),
            tuple(AuditAction.MEMBER_MUTED, "alice", "carol"));
    assertNothingRefused();
  }

  @Test
  void tellsTheMutedHowManySecondsAreLeft() {
    // Given
    process(mute("alice", "bob", 1));

    // When
    log.pass(Duration.ofMillis(1_500));
    process(post(TEAM, "bob", "p"));
    process(mute("alice", "bob", null));
    process(post(TEAM, "bob", "q"));

    // Then
    assertThat(replies(Refused.class))
        .extracting(Refused::detail, Refused::message)
        .containsExactly(
            tuple(59L, "you are muted in #team for 59 s more"),
            tuple(0L, "you are muted in #team until a moderator unmutes you"));
  }

  @Test
  void endsAMuteByTheTimesOfRecordsOnly() {
    // Given
    process(mute("alice", "bob", 1));

    // When
    log.pass(MINUTE.minusMillis(2));
    process(post(TEAM, "bob", "in its last millisecond"));
    process(post(TEAM, "bob", "at its end"));

    // Then
    assertThat(refusals()).containsExactly(ErrorCode.MUTED);
    assertThat(acknowledgedSeqs()).containsExactly(7L);
  }

  @Test
  void letsTheLastMuteCount() {
    // Given
    process(mute("alice", "bob", null));
    process(mute("alice", "bob", 1));

    // When
    log.pass(MINUTE);
    process(post(TEAM, "bob", "p"));

    // Then
    assertNothingRefused();
    assertThat(storage.entries(TEAM)).hasSize(8);
  }

  @Test
  void makesNoEntryOfWhatIsSoAlready() {
    // Given
    process(mute("alice", "bob", null));

    // When
    process(mute("alice", "bob", null), unmute("alice", "carol"));

    // Then
    assertNothingRefused();
    assertThat(storage.entries(TEAM)).hasSize(6);
  }

  @Test
  void letsTheUnmutedWriteAgain() {
    // Given
    process(mute("alice", "bob", null));
    published.clear();

    // When
    process(unmute("alice", "bob"));
    process(post(TEAM, "bob", "p"));

    // Then
    assertNothingRefused();
    assertThat(storage.entries(TEAM).subList(6, 8))
        .extracting(Entry::kind, Entry::subject)
        .containsExactly(tuple(EntryKind.UNMUTED, "bob"), tuple(EntryKind.MESSAGE, null));
    assertThat(published.audit())
        .extracting(AuditEvent::action)
        .contains(AuditAction.MEMBER_UNMUTED);
  }

  @Test
  void keepsAMuteOverLeavingJoiningAndARestart() {
    // Given
    process(new JoinGroup("#open", "alice", id(), replyTo()), join("bob"));
    process(muteIn("#open", "alice", Role.MODERATOR, "bob", null));
    process(new LeaveGroup("#open", "bob", id(), replyTo()), join("bob"));

    // When
    engine = start();
    process(post("#open", "bob", "p"));

    // Then
    assertThat(refusals()).containsExactly(ErrorCode.MUTED);
  }

  @Test
  void unmutesWhoHasLeft() {
    // Given
    process(mute("alice", "bob", null), new LeaveGroup(TEAM, "bob", id(), replyTo()));

    // When
    process(unmute("alice", "bob"));
    process(new AddMembers(TEAM, "alice", List.of("bob"), id(), replyTo()));
    process(post(TEAM, "bob", "p"));

    // Then
    assertNothingRefused();
  }

  @Test
  void answersARepeatedPostThatWasStoredBeforeTheMute() {
    // Given
    Post before = post(TEAM, "bob", "p");
    process(before, mute("alice", "bob", null));

    // When
    process(before);

    // Then
    assertNothingRefused();
    assertThat(acknowledgedSeqs()).containsExactly(6L, 6L);
  }

  @Test
  void makesTheSameOfTheSameRecordsAgain() {
    // Given
    List<LogRecord> batch =
        log.write(
            mute("alice", "bob", 1),
            mute("alice", "carol", null),
            mute("alice", "carol", null),
            unmute("alice", "bob"),
            unmute("alice", "bob"));
    engine.process(batch).join();
    List<Entry> entries = storage.entries(TEAM);
    List<Reply> replies = List.copyOf(published.replies());
    List<AuditEvent> audit = List.copyOf(published.audit());
    published.clear();

    // When
    start().process(batch).join();

    // Then
    assertThat(storage.entries(TEAM)).isEqualTo(entries).hasSize(8);
    assertThat(published.replies()).isEqualTo(replies);
    assertThat(published.audit()).isEqualTo(audit);
  }

  @Test
  void takesARepeatedRequestAsDone() {
    // Given
    MuteMember mute = mute("alice", "bob", 1);
    UnmuteMember unmute = unmute("alice", "bob");
    process(mute, unmute);

    // When
    process(mute, unmute);

    // Then
    assertNothingRefused();
    assertThat(storage.entries(TEAM)).hasSize(7);
  }
}
