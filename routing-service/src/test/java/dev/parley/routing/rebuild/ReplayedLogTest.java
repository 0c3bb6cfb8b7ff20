package dev.parley.routing.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.ConversationId;
import dev.parley.contracts.conversation.CreateGroup;
import dev.parley.routing.batch.Engine;
import dev.parley.routing.batch.EngineTest;
import dev.parley.routing.batch.MemoryStorage;
import dev.parley.routing.batch.RecordingPublisher;
import dev.parley.routing.conversation.LogRecord;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReplayedLogTest extends EngineTest {
  private static final String TEAM = "#team";

  @Test
  void givesTheSameEntriesAndSendsNothing() {
    // Given
    List<LogRecord> written =
        log.write(
            new CreateGroup(TEAM, "alice", List.of("carol"), "c", replyTo()),
            post(TEAM, "alice", "a"),
            post(TEAM, "bob", "refused"),
            post(DIRECT, "bob", "b"),
            post(TEAM, "alice", "a"),
            post(TEAM, "carol", "d"));
    engine.process(written).join();
    MemoryStorage fresh = new MemoryStorage();
    RecordingPublisher silent = new RecordingPublisher();
    Engine again = new Engine(fresh, silent).withAccounts("alice", "bob", "carol");

    // When: in batches of another size
    written.forEach(each -> again.replay(List.of(each)));

    // Then
    for (String conversation : List.of(TEAM, DIRECT, ConversationId.LOBBY)) {
      assertThat(fresh.entries(conversation)).isEqualTo(storage.entries(conversation));
    }
    assertThat(fresh.entries(TEAM)).isNotEmpty();
    assertThat(silent.acknowledged()).isEmpty();
    assertThat(silent.replies()).isEmpty();
    assertThat(silent.informs()).isEmpty();
    assertThat(silent.audit()).isEmpty();
  }
}
