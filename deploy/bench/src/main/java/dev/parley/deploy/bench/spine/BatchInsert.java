package dev.parley.deploy.bench.spine;

import java.sql.Array;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/// Stores the messages of a poll with one statement, which is one durable transaction.
final class BatchInsert implements AutoCloseable {

  private static final String TABLE =
      """
      CREATE TABLE message (
        conversation text NOT NULL, author text NOT NULL, body text NOT NULL, at bigint NOT NULL)
      """;

  private static final String INSERT =
      """
      INSERT INTO message (conversation, author, body, at)
      SELECT * FROM unnest(?::text[], ?::text[], ?::text[], ?::bigint[])
      """;

  private final Connection connection;
  private final PreparedStatement insert;

  private BatchInsert(Connection connection) throws SQLException {
    this.connection = connection;
    this.insert = connection.prepareStatement(INSERT);
  }

  /// Connects and makes the table.
  static BatchInsert connect(String url, String user, String password) throws SQLException {
    Connection connection = DriverManager.getConnection(url, user, password);
    try (Statement statement = connection.createStatement()) {
      statement.execute(TABLE);
    }
    return new BatchInsert(connection);
  }

  /// Stores the messages; they are on disk when this returns.
  void store(List<Message> messages) throws SQLException {
    insert.setArray(1, texts(messages.stream().map(Message::conversation).toArray()));
    insert.setArray(2, texts(messages.stream().map(Message::author).toArray()));
    insert.setArray(3, texts(messages.stream().map(Message::body).toArray()));
    insert.setArray(
        4, connection.createArrayOf("bigint", messages.stream().map(Message::at).toArray()));
    insert.executeUpdate();
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }

  private Array texts(Object[] values) throws SQLException {
    return connection.createArrayOf("text", values);
  }
}
