package dev.parley.routing.batch.postgres;

import dev.parley.routing.conversation.Draft;
import dev.parley.routing.conversation.Mutes;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// Writes who may not write in a group.
final class MuteWrites {
  private static final String MUTE =
      """
      INSERT INTO mute (conversation_id, account, until)
      SELECT conversation_id, account, nullif(until, 0)
      FROM unnest(?, ?, ?) AS muted (conversation_id, account, until)
      ON CONFLICT (conversation_id, account) DO UPDATE SET until = excluded.until\
      """;

  private static final String UNMUTE =
      """
      DELETE FROM mute m
      USING unnest(?, ?) AS gone (conversation_id, account)
      WHERE m.conversation_id = gone.conversation_id AND m.account = gone.account\
      """;

  private final Updates updates;

  /// What happens to a row; `until` is 0 for a mute that does not end by itself.
  private record Row(long conversation, String account, long until) {}

  MuteWrites(Updates updates) {
    this.updates = updates;
  }

  /// Writes what a batch changed; new conversations have got their number.
  void write(List<Draft> drafts) throws SQLException {
    List<Row> muted = new ArrayList<>();
    List<Row> gone = new ArrayList<>();
    for (Draft draft : drafts) {
      draft
          .mutes()
          .changes()
          .forEach((account, end) -> {
            if (end == null) {
              gone.add(new Row(draft.id(), account, 0));
            } else {
              muted.add(new Row(draft.id(), account, end == Mutes.NEVER ? 0 : end));
            }
          });
    }
    updates.execute(UNMUTE, gone, parameters -> bind(parameters, gone));
    updates.execute(MUTE, muted, parameters -> bind(parameters, muted).longs(muted, Row::until));
  }

  private static Parameters bind(Parameters parameters, List<Row> rows) throws SQLException {
    return parameters.longs(rows, Row::conversation).texts(rows, Row::account);
  }
}
