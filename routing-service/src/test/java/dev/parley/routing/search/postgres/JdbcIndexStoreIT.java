package dev.parley.routing.search.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.conversation.DeleteMessage;
import dev.parley.contracts.conversation.EditMessage;
import dev.parley.contracts.conversation.JoinGroup;
import dev.parley.routing.batch.EngineTest;
import dev.parley.routing.batch.Storage;
import dev.parley.routing.batch.postgres.TestDatabase;
import dev.parley.routing.search.IndexStore;
import dev.parley.routing.search.IndexStore.Candidate;
import dev.parley.routing.search.IndexStore.Indexed;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class JdbcIndexStoreIT extends EngineTest {
  private static final int LIMIT = 500;

  private final IndexStore store = new JdbcIndexStore(TestDatabase.connections());

  @Override
  protected Storage newStorage() {
    return TestDatabase.emptied();
  }

  @Test
  void indexesWhatWasPosted() throws SQLException {
    // Given
    process(post(DIRECT, "alice", "a"), post("@alice+carol", "alice", "b"));

    // When
    Indexed done = store.index(List.of(DIRECT, "@alice+carol", "#none"), LIMIT);

    // Then
    assertThat(done).isEqualTo(new Indexed(2, List.of()));
    assertThat(documents()).containsExactlyInAnyOrder("1 text of a", "1 text of b");
  }

  @Test
  void goesOnAfterARestartWhereItWas() throws SQLException {
    // Given
    for (int i = 1; i <= 120; i++) {
      process(post(DIRECT, "alice", "m" + i));
    }
    Indexed first = store.index(List.of(DIRECT), 50);
    assertThat(documents()).hasSize(50);

    // When
    IndexStore restarted = new JdbcIndexStore(TestDatabase.connections());
    Indexed second = restarted.index(List.of(DIRECT), 50);
    Indexed third = restarted.index(List.of(DIRECT), 50);
    Indexed fourth = restarted.index(List.of(DIRECT), 50);

    // Then
    assertThat(first).isEqualTo(new Indexed(50, List.of(DIRECT)));
    assertThat(second).isEqualTo(new Indexed(50, List.of(DIRECT)));
    assertThat(third).isEqualTo(new Indexed(20, List.of()));
    assertThat(fourth).isEqualTo(new Indexed(0, List.of()));
    assertThat(documents()).hasSize(120);
  }

  @Test
  void takesMessagesAsTheyAreNow() throws SQLException {
    // Given
    process(post(DIRECT, "alice", "a"), post(DIRECT, "alice", "b"));
    store.index(List.of(DIRECT), LIMIT);

    // When
    process(
        new EditMessage(DIRECT, "alice", 1, "Something else", "e1", replyTo()),
        new DeleteMessage(DIRECT, "alice", 2, "d1", replyTo()));
    List<String> atOnce = documents();
    store.index(List.of(DIRECT), LIMIT);

    // Then
    assertThat(atOnce).containsExactly("1 text of a");
    assertThat(documents()).containsExactly("1 something else");
  }

  @Test
  void doesNotIndexWhatIsWithdrawnBeforeItsTurn() throws SQLException {
    // Given
    process(post(DIRECT, "alice", "a"), new DeleteMessage(DIRECT, "alice", 1, "d1", replyTo()));

    // When
    store.index(List.of(DIRECT), LIMIT);

    // Then
    assertThat(documents()).isEmpty();
  }

  @Test
  void findsWhatIsBehind() {
    // Given
    process(new JoinGroup("#open", "alice", "j1", replyTo()), post(DIRECT, "alice", "a"));
    store.index(List.of(DIRECT), LIMIT);

    // When
    List<Candidate> candidates = store.conversations(0, LIMIT);

    // Then
    assertThat(candidates)
        .filteredOn(Candidate::behind)
        .extracting(Candidate::name)
        .containsExactly("#open");
    assertThat(candidates).extracting(Candidate::name).contains(DIRECT, "#lobby");
    assertThat(store.conversations(candidates.getLast().number(), LIMIT)).isEmpty();
  }

  private static List<String> documents() throws SQLException {
    List<String> documents = new ArrayList<>();
    try (Connection connection = TestDatabase.connections().getConnection();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("SELECT seq, folded FROM search_document ORDER BY seq")) {
      while (row.next()) {
        documents.add(row.getLong(1) + " " + row.getString(2));
      }
    }
    return documents;
  }
}
