package dev.parley.routing.history.postgres;

import dev.parley.contracts.delivery.ConversationSummary;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.hibernate.orm.panache.common.ProjectedFieldName;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/// Reads who has a place where, and how far each has come.
@ApplicationScoped
class MemberRepository implements PanacheRepositoryBase<MemberRow, MemberRow.Key> {

  List<ConversationSummary> summaries(String account) {
    return getEntityManager()
        .createQuery(
            """
            select new dev.parley.contracts.delivery.ConversationSummary(
              c.name,
              coalesce((select max(e.key.seq) from EntryRow e where e.key.conversationId = c.id), 0L),
              m.given,
              m.read,
              cast(case when c.kind = 4 then 0 else
                (select count(*) from MemberRow o where o.key.conversationId = c.id) end as Integer),
              cast(case when c.kind = 2 then true else null end as Boolean),
              cast(null as Integer),
              cast(null as Integer),
              c.encrypted)
            from MemberRow m join ConversationRow c on c.id = m.key.conversationId
            where m.key.account = :account\
            """,
            ConversationSummary.class)
        .setParameter("account", account)
        .getResultList();
  }

  List<String> accounts(long conversation) {
    return find("key.conversationId = ?1 order by key.account", conversation)
        .project(Account.class)
        .stream()
        .map(Account::account)
        .toList();
  }

  boolean isMember(long conversation, String account) {
    return count("key = ?1", new MemberRow.Key(conversation, account)) > 0;
  }

  record Account(@ProjectedFieldName("key.account") String account) {}
}
