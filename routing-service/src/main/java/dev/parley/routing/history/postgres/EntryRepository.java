package dev.parley.routing.history.postgres;

import dev.parley.contracts.conversation.EntryKind;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/// Reads entries.
@ApplicationScoped
class EntryRepository implements PanacheRepositoryBase<EntryRow, EntryRow.Key> {
  private static final String NOT_BLOCKED =
      "not exists (from BlockRow b where b.key.blocker = :account and b.key.blocked = author)";

  List<EntryRow> messagesBefore(long conversation, long before, String account, int limit) {
    return find(
            "key.conversationId = :conversation and key.seq < :before and kind = :message and "
                + NOT_BLOCKED,
            Sort.descending("key.seq"),
            Parameters.with("conversation", conversation)
                .and("before", before)
                .and("message", (short) EntryKind.MESSAGE.number())
                .and("account", account))
        .page(0, limit)
        .list();
  }

  /// Membership entries are for every reader, whoever made them; messages of one's own are not.
  List<EntryRow> backlog(String conversation, String account, long after, long upTo, int limit) {
    return find(
            """
            select e from EntryRow e
            join ConversationRow c on c.id = e.key.conversationId
            join MemberRow m on m.key.conversationId = c.id and m.key.account = :account
            where c.name = :conversation and e.key.seq > :after and e.key.seq <= :upTo
              and e.key.seq > m.joinedSeq
              and (e.kind <> :message or (e.author <> :account and not exists
                (from BlockRow b where b.key.blocker = :account and b.key.blocked = e.author)))
            order by e.key.seq\
            """,
            Parameters.with("conversation", conversation)
                .and("account", account)
                .and("after", after)
                .and("upTo", upTo)
                .and("message", (short) EntryKind.MESSAGE.number()))
        .page(0, limit)
        .list();
  }
}
