package dev.parley.routing.history.postgres;

import dev.parley.contracts.delivery.GroupSummary;
import dev.parley.routing.conversation.ConversationKind;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/// Reads conversations.
@ApplicationScoped
class ConversationRepository implements PanacheRepositoryBase<ConversationRow, Long> {
  private static final String SUMMARY =
      """
      select new dev.parley.contracts.delivery.GroupSummary(
        c.name,
        cast((select count(*) from MemberRow o where o.key.conversationId = c.id) as Integer))
      from ConversationRow c
      """;

  Optional<ConversationRow> byName(String name) {
    return find("name", name).firstResultOptional();
  }

  List<GroupSummary> groupsOf(String account) {
    return getEntityManager()
        .createQuery(
            SUMMARY
                + """
                join MemberRow m on m.key.conversationId = c.id
                where m.key.account = :account and c.kind in (:open, :closed)
                order by c.name\
                """,
            GroupSummary.class)
        .setParameter("account", account)
        .setParameter("open", number(ConversationKind.OPEN_GROUP))
        .setParameter("closed", number(ConversationKind.CLOSED_GROUP))
        .getResultList();
  }

  List<GroupSummary> openGroups(int limit) {
    // The literal lets the planner use the partial index on open groups.
    return getEntityManager()
        .createQuery(SUMMARY + "where c.kind = 2 order by c.name", GroupSummary.class)
        .setMaxResults(limit)
        .getResultList();
  }

  private static short number(ConversationKind kind) {
    return (short) kind.number();
  }
}
