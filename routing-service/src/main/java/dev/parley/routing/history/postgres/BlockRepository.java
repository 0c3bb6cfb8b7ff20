package dev.parley.routing.history.postgres;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/// Reads who blocks whom.
@ApplicationScoped
class BlockRepository implements PanacheRepositoryBase<BlockRow, BlockRow.Key> {

  List<String> blockedBy(String account) {
    return find("key.blocker = ?1 order by key.blocked", account).stream()
        .map(row -> row.key.blocked())
        .toList();
  }

  boolean isBlocked(String blocker, String blocked) {
    return count("key = ?1", new BlockRow.Key(blocker, blocked)) > 0;
  }
}
