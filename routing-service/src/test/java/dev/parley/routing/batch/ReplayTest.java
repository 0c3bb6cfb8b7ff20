package dev.parley.routing.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.contracts.ErrorCode;
import dev.parley.contracts.consumer.TemporaryFaultException;
import dev.parley.contracts.conversation.AddMembers;
import dev.parley.contracts.conversation.Block;
import dev.parley.contracts.conversation.ConversationRecord;
import dev.parley.contracts.conversation.CreateGroup;
import dev.parley.contracts.conversation.CursorMove;
import dev.parley.contracts.conversation.Enroll;
import dev.parley.contracts.conversation.Entry;
import dev.parley.contracts.conversation.EntryKind;
import dev.parley.contracts.conversation.Inform;
import dev.parley.contracts.conversation.JoinGroup;
import dev.parley.contracts.conversation.LeaveGroup;
import dev.parley.contracts.conversation.MoveCursors;
import dev.parley.contracts.conversation.RemoveMember;
import dev.parley.contracts.conversation.Subscribe;
import dev.parley.contracts.conversation.Unblock;
import dev.parley.contracts.delivery.Acknowledged;
import dev.parley.contracts.delivery.Reply;
import dev.parley.routing.conversation.LogRecord;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Handles batches again that were committed before, as after a crash or a failed send.
class ReplayTest extends EngineTest {
  private static final String TEAM = "#team";

  @Test
  void storesNothingAgain() {
    // Given
    List<LogRecord> batch = log.write(post(DIRECT, "alice", "a"), post(DIRECT, "bob", "b"));
    engine.process(batch).join();

    // When
    start().process(batch).join();

    // Then
    assertThat(storage.entries(DIRECT)).hasSize(2);
    assertThat(storage.commits()).isEqualTo(1);
  }

  @Test
  void sendsTheSameEffectsAgain() {
    // Given
    List<LogRecord> batch =
        log.write(
            new Subscribe(GATEWAY, Map.of(DIRECT, 0L)),
            post(DIRECT, "alice", "a"),
            new CreateGroup(TEAM, "alice", List.of("bob"), "c", replyTo()),
            new JoinGroup("#open", "carol", "j", replyTo()),
            new Block(DIRECT, "bob", "alice", replyTo()),
            new Enroll("erin", replyTo()));
    engine.process(batch).join();
    List<Acknowledged> acknowledged = List.copyOf(published.acknowledged());
    List<Reply> replies = List.copyOf(published.replies());
    List<Inform> informs = List.copyOf(published.informs());
    List<?> audit = List.copyOf(published.audit());
    published.clear();

    // When
    start().process(batch).join();

    // Then
    assertThat(published.acknowledged()).isEqualTo(acknowledged);
    assertThat(published.replies()).isEqualTo(replies);
    assertThat(published.informs()).isEqualTo(informs);
    assertThat(published.audit()).isEqualTo(audit);
    assertThat(published.subscribed().getFirst().entries()).hasSize(1);
  }

  @Test
  void sendsTheEffectsOfChangesThatWereTakenBackSince() {
    // Given
    process(new CreateGroup(TEAM, "alice", List.of(), "c", replyTo()));
    List<LogRecord> batch =
        log.write(
            new AddMembers(TEAM, "alice", List.of("bob", "carol"), "a", replyTo()),
            new RemoveMember(TEAM, "alice", "bob", "r", replyTo()),
            new LeaveGroup(TEAM, "carol", "l", replyTo()));
    engine.process(batch).join();
    List<Reply> replies = List.copyOf(published.replies()).subList(1, 4);
    List<Inform> informs = List.copyOf(published.informs()).subList(1, 5);
    published.clear();

    // When
    start().process(batch).join();

    // Then
    assertThat(published.replies()).isEqualTo(replies);
    assertThat(published.informs()).isEqualTo(informs);
  }

  @Test
  void deliversToThoseWhoHaveSubscribedMeanwhile() {
    // Given
    List<LogRecord> batch = log.write(post(DIRECT, "alice", "a"), post(DIRECT, "bob", "b"));
    process(new Subscribe("reader", Map.of(DIRECT, 0L)));
    engine.process(batch).join();

    // When
    engine.process(batch).join();

    // Then
    assertThat(published.delivered("reader", DIRECT))
        .extracting(Entry::seq)
        .containsExactly(1L, 2L, 1L, 2L);
  }

  @Test
  void goesOnWithNewRecordsOfTheSameBatch() {
    // Given
    List<LogRecord> old = log.write(post(DIRECT, "alice", "a"));
    engine.process(old).join();
    LogRecord fresh = log.write(post(DIRECT, "alice", "b")).getFirst();

    // When
    start().process(List.of(old.getFirst(), fresh)).join();

    // Then
    assertThat(storage.entries(DIRECT)).extracting(Entry::seq).containsExactly(1L, 2L);
    assertThat(acknowledgedSeqs()).containsExactly(1L, 1L, 2L);
  }

  @Test
  void acknowledgesARepeatedPostWithoutDeliveringItOutOfItsOrder() {
    // Given
    process(post(DIRECT, "alice", "a"));
    process(new Subscribe("reader", Map.of(DIRECT, 1L)));
    List<LogRecord> batch = log.write(post(DIRECT, "bob", "b"), post(DIRECT, "alice", "a"));
    engine.process(batch).join();

    // When
    engine.process(batch).join();

    // Then
    assertThat(acknowledgedSeqs()).containsExactly(1L, 2L, 1L, 2L, 1L);
    assertThat(published.delivered("reader", DIRECT))
        .extracting(Entry::seq)
        .containsExactly(2L, 2L);
  }

  @Test
  void tellsThatTheOutcomeOfARefusedRecordIsUnknown() {
    // Given
    List<LogRecord> batch =
        log.write(
            post(DIRECT, "carol", "refused"),
            new CreateGroup(TEAM, "alice", List.of("ghost"), "c", replyTo()),
            new LeaveGroup(TEAM, "alice", "l", replyTo()),
            post(DIRECT, "alice", "a"),
            post(TEAM, "alice", "refused"));
    LogRecord writes = log.write(new JoinGroup(TEAM, "bob", "j", replyTo())).getFirst();
    engine
        .process(
            List.of(batch.get(0), batch.get(1), batch.get(2), batch.get(3), batch.get(4), writes))
        .join();
    published.clear();

    // When
    start().process(batch).join();

    // Then
    assertThat(refusals()).hasSize(4).containsOnly(ErrorCode.UNAVAILABLE);
    assertThat(acknowledgedSeqs()).containsExactly(1L);
  }

  @Test
  void refusesAgainForTheSameReasonWhereNothingWasStored() {
    // Given
    List<LogRecord> batch = log.write(post(DIRECT, "carol", "refused"));
    engine.process(batch).join();

    // When
    start().process(batch).join();

    // Then
    assertThat(refusals()).containsExactly(ErrorCode.BAD_COMMAND, ErrorCode.BAD_COMMAND);
    assertThat(storage.fence(Log.partition(DIRECT))).isZero();
  }

  @Test
  void leavesBlocksAsTheyAreNow() {
    // Given
    ConversationRecord block = new Block(DIRECT, "bob", "alice", replyTo());
    ConversationRecord unblock = new Unblock(DIRECT, "bob", "alice", replyTo());
    List<LogRecord> batch = log.write(block, unblock);
    engine.process(batch).join();
    published.clear();

    // When
    start().process(batch).join();

    // Then
    assertThat(storage.isBlocked("bob", "alice")).isFalse();
    assertThat(published.informs()).extracting(Inform::kind).containsExactly(EntryKind.UNBLOCKED);
  }

  @Test
  void answersMovedCursorsAgain() {
    // Given
    List<CursorMove> moves = List.of(new CursorMove(DIRECT, "bob", 1, 1));
    List<LogRecord> batch =
        log.write(post(DIRECT, "alice", "a"), new MoveCursors(moves, replyTo()));
    engine.process(batch).join();

    // When
    start().process(batch).join();

    // Then
    assertThat(published.replies()).hasSize(2);
  }

  @Test
  void storesABatchOnceWhoseCommitWasNotHeardOf() {
    // Given
    List<LogRecord> batch = log.write(post(DIRECT, "alice", "a"), post(DIRECT, "bob", "b"));
    storage.failNext(ObservedStorage.Fault.AFTER_COMMIT);
    assertThatThrownBy(() -> engine.process(batch)).isInstanceOf(TemporaryFaultException.class);

    // When
    engine.process(batch).join();

    // Then
    assertThat(storage.entries(DIRECT)).hasSize(2);
    assertThat(acknowledgedSeqs()).containsExactly(1L, 2L);
  }

  @Test
  void leavesNoTraceOfABatchThatWasNotCommitted() {
    // Given
    List<LogRecord> batch = log.write(post(DIRECT, "alice", "a"));
    storage.failNext(ObservedStorage.Fault.BEFORE_COMMIT);
    assertThatThrownBy(() -> engine.process(batch)).isInstanceOf(TemporaryFaultException.class);
    int before = published.acknowledged().size();

    // When
    engine.process(batch).join();

    // Then
    assertThat(before).isZero();
    assertThat(acknowledgedSeqs()).containsExactly(1L);
  }

  @Test
  void makesTheSameConversationsOfTheSameLog() {
    // Given
    List<LogRecord> all =
        log.write(
            post(DIRECT, "alice", "a"),
            new CreateGroup(TEAM, "alice", List.of("bob"), "c", replyTo()),
            post(TEAM, "bob", "b"),
            post(DIRECT, "bob", "c"),
            new RemoveMember(TEAM, "alice", "bob", "r", replyTo()),
            post(TEAM, "bob", "too late"),
            post(DIRECT, "alice", "a"));
    engine.process(all).join();
    List<Entry> direct = storage.entries(DIRECT);
    List<Entry> team = storage.entries(TEAM);
    storage = new ObservedStorage(newStorage());

    // When
    Engine again = start();
    all.forEach(each -> again.process(List.of(each)).join());

    // Then
    assertThat(storage.entries(DIRECT)).isEqualTo(direct);
    assertThat(storage.entries(TEAM)).isEqualTo(team);
  }
}
