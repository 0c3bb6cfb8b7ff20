package dev.parley.presence.postgres;

import dev.parley.presence.session.Session;
import dev.parley.presence.session.SessionEnd;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// How a row of `session` is read.
final class SessionRows {

  static final String COLUMNS =
      """
      s.id, s.account, s.gateway, s.door, s.address, s.token,
      (extract(epoch FROM s.opened_at) * 1000)::bigint AS opened,
      (extract(epoch FROM s.closed_at) * 1000)::bigint AS closed, s.reason
      """;

  private SessionRows() {}

  static Session read(ResultSet row) throws SQLException {
    return new Session(
        row.getString("id"),
        row.getString("account"),
        row.getString("gateway"),
        row.getString("door"),
        row.getString("address"),
        row.getString("token"),
        row.getLong("opened"),
        end(row));
  }

  private static @Nullable SessionEnd end(ResultSet row) throws SQLException {
    String reason = row.getString("reason");
    return reason == null ? null : new SessionEnd(row.getLong("closed"), reason);
  }
}
