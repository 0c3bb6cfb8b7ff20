package dev.parley.routing.batch.postgres;

import dev.parley.contracts.conversation.Entry;
import dev.parley.routing.batch.CommitResult;
import dev.parley.routing.batch.LogStore;
import dev.parley.routing.conversation.ConversationState;
import dev.parley.routing.conversation.Draft;
import dev.parley.routing.conversation.EntryKey;
import dev.parley.routing.conversation.MessageKey;
import dev.parley.routing.conversation.StoredMessage;
import dev.parley.routing.ownership.FenceMove;
import io.quarkus.logging.Log;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// A transaction on one connection. PostgreSQL begins it with the first statement.
final class JdbcTransaction implements LogStore.Transaction {
  private final Connection connection;
  private boolean ended;

  JdbcTransaction(Connection connection) throws SQLException {
    this.connection = connection;
    connection.setAutoCommit(false);
  }

  @Override
  public List<ConversationState> load(Set<String> names) {
    try {
      return new ConversationReads(connection).load(names);
    } catch (SQLException e) {
      throw SqlFaults.of("conversations not read", e);
    }
  }

  @Override
  public Map<EntryKey, Entry> find(Map<EntryKey, Long> keys) {
    try {
      return new EntryReads(connection).find(keys);
    } catch (SQLException e) {
      throw SqlFaults.of("entries not read", e);
    }
  }

  @Override
  public Map<MessageKey, StoredMessage> messages(Map<MessageKey, Long> keys) {
    try {
      return new MessageReads(connection).read(keys);
    } catch (SQLException e) {
      throw SqlFaults.of("messages not read", e);
    }
  }

  @Override
  public Map<String, Integer> countGroups(Set<String> accounts) {
    try {
      return new ConversationReads(connection).countGroups(accounts);
    } catch (SQLException e) {
      throw SqlFaults.of("groups not counted", e);
    }
  }

  /// The fence comes first: its row lock keeps another owner from writing until this transaction
  /// ends, so nothing that was read here can have changed meanwhile.
  @Override
  public CommitResult commit(List<FenceMove> fences, List<Draft> drafts) {
    try {
      Set<Integer> lost = new FenceWrites(connection).move(fences);
      if (!lost.isEmpty()) {
        return new CommitResult.FenceLost(lost);
      }
      new BatchWrites(connection).write(drafts);
      connection.commit();
      ended = true;
      return new CommitResult.Committed();
    } catch (EntryMetException _) {
      return new CommitResult.EntryMet();
    } catch (SQLException e) {
      if (SqlFaults.isUniqueViolation(e)) {
        // Rows that are not where memory had none: whatever the reason, memory is void.
        return new CommitResult.FenceLost(
            fences.stream().map(FenceMove::partition).collect(Collectors.toSet()));
      }
      throw SqlFaults.of("batch not stored", e);
    }
  }

  @Override
  public void close() {
    try (connection) {
      if (!ended) {
        connection.rollback();
      }
    } catch (SQLException e) {
      // The server rolls back by itself when the connection is gone.
      Log.debugf("rollback failed cause=%s", e.getMessage());
    }
  }
}
