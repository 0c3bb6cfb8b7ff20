package dev.parley.routing.history.postgres;

import dev.parley.contracts.delivery.MutedMember;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/// Reads who may not write where.
@ApplicationScoped
class MuteRepository implements PanacheRepositoryBase<MuteRow, MuteRow.Key> {

  List<MutedMember> muted(long conversation, long now) {
    return find(
            "key.conversationId = ?1 and (until is null or until > ?2) order by key.account",
            conversation,
            now)
        .stream()
        .map(row -> new MutedMember(row.key.account(), row.until))
        .toList();
  }
}
