package dev.parley.routing.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.parley.contracts.ConversationId;
import dev.parley.contracts.ErrorCode;
import dev.parley.contracts.audit.AuditAction;
import dev.parley.contracts.audit.AuditEvent;
import dev.parley.contracts.auth.Role;
import dev.parley.contracts.conversation.AddMembers;
import dev.parley.contracts.conversation.ConversationRecord;
import dev.parley.contracts.conversation.CreateGroup;
import dev.parley.contracts.conversation.DeleteMessage;
import dev.parley.contracts.conversation.EditMessage;
import dev.parley.contracts.conversation.Entry;
import dev.parley.contracts.conversation.EntryKind;
import dev.parley.contracts.conversation.JoinGroup;
import dev.parley.contracts.conversation.LeaveGroup;
import dev.parley.contracts.conversation.MuteMember;
import dev.parley.contracts.conversation.Pin;
import dev.parley.contracts.conversation.Post;
import dev.parley.contracts.conversation.React;
import dev.parley.contracts.conversation.RemoveMember;
import dev.parley.contracts.conversation.UnmuteMember;
import dev.parley.contracts.delivery.Refused;
import dev.parley.contracts.delivery.Reply;
import dev.parley.routing.batch.EngineTest;
import dev.parley.routing.batch.Log;
import dev.parley.routing.conversation.LogRecord;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Alice moderates, bob is muted, carol is a member, dave an outsider.
class MutesTest extends EngineTest {
  private static final String TEAM = "#team";
  private static final String THUMB = "\ud83d\udc4d";
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private int ids;

  @BeforeEach
  void makeTheGroup() {
    process(new CreateGroup(TEAM, "alice", List.of("bob", "carol"), "c", replyTo()));
    process(post(TEAM, "bob", "bob's"), post(TEAM, "carol", "carol's"));
    published.clear();
  }

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
  void refusesWhatTheMutedWriteAndChange() {
    // Given
    process(mute("alice", "bob", null));

    // When
    process(
        post(TEAM, "bob", "p"),
        new Post(TEAM, "bob", "reply", "text", replyTo(), 5L),
        new EditMessage(TEAM, "bob", 4, "other", id(), replyTo()),
        new React(TEAM, "bob", 5, THUMB, false, id(), replyTo()),
        new Pin(TEAM, "bob", 5, false, id(), replyTo()),
        new AddMembers(TEAM, "bob", List.of("dave"), id(), replyTo()),
        new RemoveMember(TEAM, "bob", "carol", id(), replyTo()));

    // Then
    assertThat(refusals()).hasSize(7).containsOnly(ErrorCode.MUTED);
    assertThat(storage.entries(TEAM)).hasSize(6);
  }

  @Test
  void letsTheMutedTakeBackWhatTheySaid() {
    // Given
    process(new React(TEAM, "bob", 5, THUMB, false, id(), replyTo()), mute("alice", "bob", null));

    // When
    process(
        new DeleteMessage(TEAM, "bob", 4, id(), replyTo()),
        new React(TEAM, "bob", 5, THUMB, true, id(), replyTo()),
        new LeaveGroup(TEAM, "bob", id(), replyTo()));

    // Then
    assertNothingRefused();
    assertThat(storage.entries(TEAM).subList(7, 10))
        .extracting(Entry::kind)
        .containsExactly(EntryKind.DELETED, EntryKind.UNREACTED, EntryKind.LEFT);
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
  void letsOnlyModeratorsOfTheGroupMute() {
    // When
    process(
        muteIn(TEAM, "carol", Role.MEMBER, "bob", 1),
        muteIn(TEAM, "dave", Role.MEMBER, "bob", 1),
        muteIn(TEAM, "dave", Role.MODERATOR, "bob", 1),
        muteIn("#none", "dave", Role.ADMIN, "bob", 1),
        mute("alice", "dave", 1),
        mute("alice", "alice", 1));
    process(
        new UnmuteMember(TEAM, "carol", "bob", id(), replyTo(), Role.MEMBER),
        unmute("alice", "dave"));

    // Then
    assertThat(refusals())
        .containsExactlyInAnyOrder(
            ErrorCode.NOT_ALLOWED,
            ErrorCode.NO_SUCH_GROUP,
            ErrorCode.NO_SUCH_GROUP,
            ErrorCode.NO_SUCH_GROUP,
            ErrorCode.NO_SUCH_USER,
            ErrorCode.BAD_COMMAND,
            ErrorCode.NOT_ALLOWED,
            ErrorCode.NO_SUCH_USER);
    assertThat(storage.entries(TEAM)).hasSize(5);
  }

  @Test
  void letsAnAdministratorMuteInGroupsOfOthers() {
    // When
    process(muteIn(TEAM, "dave", Role.ADMIN, "alice", null));
    process(new UnmuteMember(TEAM, "dave", "alice", id(), replyTo(), Role.ADMIN));

    // Then
    assertNothingRefused();
    assertThat(storage.entries(TEAM)).hasSize(7);
  }

  @Test
  void letsNoMutedModeratorModerate() {
    // Given
    process(muteIn(TEAM, "dave", Role.ADMIN, "alice", null));

    // When
    process(
        unmute("alice", "alice"),
        mute("alice", "bob", 1),
        new DeleteMessage(TEAM, "alice", 4, id(), replyTo(), Role.MODERATOR));

    // Then
    assertThat(refusals()).hasSize(3).containsOnly(ErrorCode.MUTED);
  }

  @Test
  void letsAMutedAdministratorModerateAndUnmuteItself() {
    // Given
    process(mute("alice", "bob", null));

    // When
    process(
        new DeleteMessage(TEAM, "bob", 5, id(), replyTo(), Role.ADMIN),
        new UnmuteMember(TEAM, "bob", "bob", id(), replyTo(), Role.ADMIN));

    // Then
    assertNothingRefused();
    assertThat(storage.entries(TEAM)).hasSize(8);
  }

  @Test
  void mutesInTheLobbyWhichEverybodyBelongsTo() {
    // When
    process(
        muteIn(ConversationId.LOBBY, "alice", Role.MODERATOR, "dave", null),
        muteIn(ConversationId.LOBBY, "alice", Role.MODERATOR, "ghost", null));
    process(post(ConversationId.LOBBY, "dave", "p"), post(TEAM, "bob", "elsewhere"));

    // Then
    assertThat(refusals()).containsExactlyInAnyOrder(ErrorCode.NO_SUCH_USER, ErrorCode.MUTED);
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

  private <T> List<T> replies(Class<T> kind) {
    return published.replies().stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  private MuteMember mute(String by, String account, @Nullable Integer minutes) {
    return muteIn(TEAM, by, Role.MODERATOR, account, minutes);
  }

  private MuteMember muteIn(
      String group, String by, Role role, String account, @Nullable Integer minutes) {
    return new MuteMember(group, by, account, minutes, id(), replyTo(), role);
  }

  private UnmuteMember unmute(String by, String account) {
    return new UnmuteMember(TEAM, by, account, id(), replyTo(), Role.MODERATOR);
  }

  private ConversationRecord join(String account) {
    return new JoinGroup("#open", account, id(), replyTo());
  }

  private String id() {
    return "i" + ++ids;
  }
}
