package dev.parley.routing.batch;

import dev.parley.contracts.consumer.TemporaryFaultException;
import dev.parley.contracts.conversation.Entry;
import dev.parley.routing.conversation.ConversationState;
import dev.parley.routing.conversation.Cursors;
import dev.parley.routing.conversation.Draft;
import dev.parley.routing.conversation.EntryKey;
import dev.parley.routing.conversation.MessageKey;
import dev.parley.routing.conversation.StoredMessage;
import dev.parley.routing.ownership.FenceMove;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Counts what a database is asked, and breaks its connection on request.
public final class ObservedStorage implements Storage {
  /// When the connection breaks.
  public enum Fault {
    /// Before the commit: nothing is stored.
    BEFORE_COMMIT,
    /// After the commit: everything is stored, and nobody is told.
    AFTER_COMMIT
  }

  private final Storage storage;
  private int lookups;
  private int commits;
  private int messageReads;
  private @Nullable Fault nextFault;

  /// Watches a database.
  ///
  /// @param storage the database
  public ObservedStorage(Storage storage) {
    this.storage = storage;
  }

  /// Breaks the connection at the next commit.
  ///
  /// @param fault when exactly
  public void failNext(Fault fault) {
    nextFault = fault;
  }

  /// {@return number of statements that looked entries up}
  public int lookups() {
    return lookups;
  }

  /// {@return number of times that messages were read}
  public int messageReads() {
    return messageReads;
  }

  /// {@return number of commits}
  public int commits() {
    return commits;
  }

  private static TemporaryFaultException broken(String when) {
    return new TemporaryFaultException(when, new SQLException("no connection"));
  }

  @Override
  public List<Entry> entries(String conversation) {
    return storage.entries(conversation);
  }

  @Override
  public @Nullable Cursors cursors(String conversation, String account) {
    return storage.cursors(conversation, account);
  }

  @Override
  public long fence(int partition) {
    return storage.fence(partition);
  }

  @Override
  public boolean isBlocked(String blocker, String blocked) {
    return storage.isBlocked(blocker, blocked);
  }

  @Override
  public Map<Integer, Long> read(Collection<Integer> partitions) {
    return storage.read(partitions);
  }

  @Override
  public List<List<Entry>> read(List<Wanted> wanted, int maxEntries, long maxText) {
    return storage.read(wanted, maxEntries, maxText);
  }

  @Override
  public Transaction begin() {
    return new Observed(storage.begin());
  }

  private final class Observed implements Transaction {
    private final Transaction transaction;

    Observed(Transaction transaction) {
      this.transaction = transaction;
    }

    @Override
    public List<ConversationState> load(Set<String> names) {
      return transaction.load(names);
    }

    @Override
    public Map<EntryKey, Entry> find(Map<EntryKey, Long> keys) {
      lookups++;
      return transaction.find(keys);
    }

    @Override
    public Map<MessageKey, StoredMessage> messages(Map<MessageKey, Long> keys) {
      messageReads++;
      return transaction.messages(keys);
    }

    @Override
    public Map<String, Integer> countGroups(Set<String> accounts) {
      return transaction.countGroups(accounts);
    }

    @Override
    public CommitResult commit(List<FenceMove> fences, List<Draft> drafts) {
      Fault fault = nextFault;
      nextFault = null;
      if (fault == Fault.BEFORE_COMMIT) {
        throw broken("broken before the commit");
      }
      CommitResult result = transaction.commit(fences, drafts);
      commits += result instanceof CommitResult.Committed ? 1 : 0;
      if (fault == Fault.AFTER_COMMIT) {
        throw broken("broken after the commit");
      }
      return result;
    }

    @Override
    public void close() {
      transaction.close();
    }
  }
}
