package dev.parley.routing.history.postgres;

import dev.parley.contracts.conversation.Entry;
import dev.parley.contracts.delivery.ConversationSummary;
import dev.parley.contracts.delivery.Edit;
import dev.parley.contracts.delivery.GroupSummary;
import dev.parley.contracts.delivery.MutedMember;
import dev.parley.contracts.query.Range;
import dev.parley.routing.conversation.ConversationKind;
import dev.parley.routing.history.HistoryStore;
import dev.parley.routing.history.ReadMessage;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.hibernate.Session;

/// Reads with Panache, each query in a transaction of its own that sees one state.
@Singleton
public final class PanacheHistoryStore implements HistoryStore {
  private static final int LIMIT_SECONDS = 5;

  private final ConversationRepository conversations;
  private final EntryRepository entries;
  private final MemberRepository members;
  private final BlockRepository blocks;
  private final MuteRepository mutes;

  /// Prepares the store.
  ///
  /// @param conversations rows of `conversation`
  /// @param entries rows of `entry`
  /// @param members rows of `member`
  /// @param blocks rows of `block`
  /// @param mutes rows of `mute`
  PanacheHistoryStore(
      ConversationRepository conversations,
      EntryRepository entries,
      MemberRepository members,
      BlockRepository blocks,
      MuteRepository mutes) {
    this.conversations = conversations;
    this.entries = entries;
    this.members = members;
    this.blocks = blocks;
    this.mutes = mutes;
  }

  @Override
  public <T> T inSnapshot(Supplier<T> reads) {
    return QuarkusTransaction.requiringNew()
        .timeout(LIMIT_SECONDS)
        .call(() -> {
          session()
              .doWork(connection -> {
                try (Statement statement = connection.createStatement()) {
                  statement.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY");
                }
              });
          return reads.get();
        });
  }

  @Override
  public List<ConversationSummary> summaries(String account) {
    return members.summaries(account);
  }

  @Override
  public Map<String, Unseen> unseen(String account, int limit) {
    return session().doReturningWork(connection -> UnseenCount.count(connection, account, limit));
  }

  @Override
  public List<String> blockedBy(String account) {
    return blocks.blockedBy(account);
  }

  @Override
  public boolean isBlocked(String blocker, String blocked) {
    return blocks.isBlocked(blocker, blocked);
  }

  @Override
  public Optional<Access> access(String conversation, String account) {
    return conversations
        .byName(conversation)
        .map(row ->
            new Access(row.id, ConversationKind.of(row.kind), members.isMember(row.id, account)));
  }

  @Override
  public List<ReadMessage> messages(long id, Span span, String account, int limit) {
    return session()
        .doReturningWork(connection -> new MessageReads(connection).side(id, span, account, limit));
  }

  @Override
  public Map<Position, ReadMessage> messages(List<Position> positions) {
    return session().doReturningWork(connection -> new MessageReads(connection).at(positions));
  }

  @Override
  public List<ReadMessage> pinned(long id, String account, int limit) {
    return session()
        .doReturningWork(connection -> new MessageReads(connection).pinned(id, account, limit));
  }

  @Override
  public List<Edit> edits(long id, long message, String account, int limit) {
    return session()
        .doReturningWork(
            connection -> new MessageReads(connection).edits(id, message, account, limit));
  }

  @Override
  public Optional<Entry> message(long id, String author, String clientMessageId) {
    return entries.message(id, author, clientMessageId).map(EntryRow::toEntry);
  }

  @Override
  public List<GroupSummary> groupsOf(String account) {
    return conversations.groupsOf(account);
  }

  @Override
  public List<GroupSummary> openGroups(int limit) {
    return conversations.openGroups(limit);
  }

  @Override
  public List<String> members(long id) {
    return members.accounts(id);
  }

  @Override
  public List<MutedMember> muted(long id, long now) {
    return mutes.muted(id, now);
  }

  @Override
  public long countBacklog(String account, List<Range> ranges) {
    return session().doReturningWork(connection -> BacklogCount.count(connection, account, ranges));
  }

  @Override
  public List<Entry> backlog(String account, boolean own, Range range, int limit) {
    return entries
        .backlog(range.conversation(), account, own, range.after(), range.upTo(), limit)
        .stream()
        .map(EntryRow::toEntry)
        .toList();
  }

  private Session session() {
    return entries.getEntityManager().unwrap(Session.class);
  }
}
