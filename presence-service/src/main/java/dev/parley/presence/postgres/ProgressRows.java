package dev.parley.presence.postgres;

import dev.parley.presence.session.Progress;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Rows of `partition_progress`: the fence between owners of a partition.
final class ProgressRows {
  private static final String LOCK =
      """
      SELECT partition, next_offset, (extract(epoch FROM last_at) * 1000)::bigint AS last
      FROM partition_progress WHERE partition = ANY (?::int[])
      ORDER BY partition FOR UPDATE
      """;

  private static final String SAVE =
      """
      INSERT INTO partition_progress (partition, next_offset, last_at)
      SELECT partition, next_offset, to_timestamp(last_at / 1000.0)
      FROM unnest(?::int[], ?::bigint[], ?::bigint[]) AS p (partition, next_offset, last_at)
      ORDER BY partition
      ON CONFLICT (partition) DO UPDATE
      SET next_offset = excluded.next_offset, last_at = excluded.last_at
      """;

  private record PartitionProgress(int partition, Progress progress) {}

  private final Statements statements;

  ProgressRows(Statements statements) {
    this.statements = statements;
  }

  Map<Integer, Progress> lock(Collection<Integer> partitions) {
    return statements
        .query(
            LOCK,
            row ->
                new PartitionProgress(
                    row.getInt("partition"),
                    new Progress(row.getLong("next_offset"), row.getLong("last"))),
            (Object) partitions.toArray(Integer[]::new))
        .stream()
        .collect(Collectors.toMap(PartitionProgress::partition, PartitionProgress::progress));
  }

  void save(Map<Integer, Progress> progress) {
    var rows = List.copyOf(progress.entrySet());
    statements.update(
        SAVE,
        rows.stream().map(Map.Entry::getKey).toArray(Integer[]::new),
        Columns.longs(rows, row -> row.getValue().nextOffset()),
        Columns.longs(rows, row -> row.getValue().lastAt()));
  }
}
