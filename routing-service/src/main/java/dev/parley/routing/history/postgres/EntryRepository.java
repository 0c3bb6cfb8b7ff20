package dev.parley.routing.history.postgres;

import dev.parley.contracts.conversation.EntryKind;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads entries.
@ApplicationScoped
class EntryRepository implements PanacheRepositoryBase<EntryRow, EntryRow.Key> {
  private static final short MESSAGE = (short) EntryKind.MESSAGE.number();

  private static final String BACKLOG =
      """
      select e from EntryRow e
      join ConversationRow c on c.id = e.key.conversationId
      join MemberRow m on m.key.conversationId = c.id and m.key.account = :account
      where c.name = :conversation and e.key.seq > :after and e.key.seq <= :upTo
        and e.key.seq > m.joinedSeq
        and (e.kind <> :message or ((:own = true or e.author <> :account) and not exists
          (from BlockRow b where b.key.blocker = :account and b.key.blocked = e.author)))
      order by e.key.seq\
      """;

  Optional<EntryRow> message(long conversationId, String author, String clientMessageId) {
    return find(
            "key.conversationId = ?1 and author = ?2 and clientMessageId = ?3 and kind = ?4",
            conversationId,
            author,
            clientMessageId,
            MESSAGE)
        .firstResultOptional();
  }

  /// Membership entries and changes are for every reader, whoever made them; messages of one's own
  /// if wanted.
  List<EntryRow> backlog(
      String conversation, String account, boolean own, long after, long upTo, int limit) {
    return find(
            BACKLOG,
            Map.of(
                "conversation", conversation,
                "account", account,
                "own", own,
                "after", after,
                "upTo", upTo,
                "message", MESSAGE))
        .page(0, limit)
        .list();
  }
}
