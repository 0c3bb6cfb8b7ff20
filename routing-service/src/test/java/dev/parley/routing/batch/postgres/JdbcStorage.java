package dev.parley.routing.batch.postgres;

import dev.parley.contracts.conversation.Entry;
import dev.parley.routing.batch.Storage;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/// The real database, as tests see it.
public final class JdbcStorage implements Storage {
  private final JdbcLogStore log;
  private final JdbcFences fences;
  private final JdbcBacklogs backlogs;

  public JdbcStorage(DataSource dataSource) {
    log = new JdbcLogStore(dataSource);
    fences = new JdbcFences(dataSource);
    backlogs = new JdbcBacklogs(dataSource);
  }

  @Override
  public Transaction begin() {
    return log.begin();
  }

  @Override
  public Map<Integer, Long> read(Collection<Integer> partitions) {
    return fences.read(partitions);
  }

  @Override
  public List<List<Entry>> read(List<Wanted> wanted, int maxEntries, long maxText) {
    return backlogs.read(wanted, maxEntries, maxText);
  }
}
