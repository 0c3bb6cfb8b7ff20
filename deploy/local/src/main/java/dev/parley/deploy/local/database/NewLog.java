package dev.parley.deploy.local.database;

import dev.parley.deploy.local.archive.Header;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/// Turns a database towards a Kafka cluster whose topics are empty: decision 0015.
///
/// Whatever names a position of the old log would be taken for one of the new log, which counts
/// from 0 again. All of it is listed here, by service.
final class NewLog {

  private static final List<String> STATEMENTS =
      List.of(
          // Fences of routing-service: made anew with 0. Left alone, the records of the new log
          // would count as stored before, and every message would be refused.
          "DELETE FROM routing.partition_progress",
          // The same of presence-service, whose records would change nothing.
          "DELETE FROM presence.partition_progress",
          // Gateways of the old cluster; their topics are gone with it.
          "DELETE FROM presence.gateway",
          // Audit events are known by the position of their cause: the old ones keep theirs under a
          // name that no new one has.
          """
          UPDATE presence.audit_topic SET name = name || ' until ' ||
            to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')
          WHERE name NOT LIKE '% until %'\
          """,
          // Nonces stay spent, but no record of the new log is the one that spent them.
          "UPDATE auth.nonce SET record_offset = -1",
          // auth-service tells of every account before it serves.
          "UPDATE auth.account SET announced = FALSE");

  /// Sessions of the moment of the backup lost their gateways. People can log in at once, and a
  /// token of before goes on, as after the crash of a gateway.
  private static final String END_SESSIONS =
      """
      UPDATE presence.session SET closed_at = greatest(opened_at, ?::timestamptz),
        reason = 'gateway_lost'
      WHERE closed_at IS NULL\
      """;

  private NewLog() {}

  /// Does it, in the transaction of the connection.
  ///
  /// @param connection of a superuser
  /// @param header of the backup
  static void begin(Connection connection, Header header) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String sql : STATEMENTS) {
        statement.execute(sql);
      }
    }
    try (PreparedStatement statement = connection.prepareStatement(END_SESSIONS)) {
      statement.setString(1, header.createdAt());
      statement.execute();
    }
  }
}
