package dev.parley.routing.batch.postgres;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/// Sets the parameters of a statement in order, each an array with one element for each row.
final class Parameters {
  private final PreparedStatement statement;
  private final PGConnection connection;
  private int index;

  Parameters(PreparedStatement statement) throws SQLException {
    this.statement = statement;
    this.connection = statement.getConnection().unwrap(PGConnection.class);
  }

  <T> Parameters longs(Collection<T> rows, ToLongFunction<? super T> column) throws SQLException {
    return array("int8", rows.stream().mapToLong(column).toArray());
  }

  <T> Parameters ints(Collection<T> rows, ToIntFunction<? super T> column) throws SQLException {
    return array("int4", rows.stream().mapToInt(column).toArray());
  }

  <T> Parameters texts(Collection<T> rows, Function<? super T, @Nullable String> column)
      throws SQLException {
    String[] values = new String[rows.size()];
    int i = 0;
    for (T row : rows) {
      values[i++] = column.apply(row);
    }
    return array("text", values);
  }

  Parameters texts(Collection<String> rows) throws SQLException {
    return array("text", rows.toArray(String[]::new));
  }

  private Parameters array(String type, Object values) throws SQLException {
    statement.setArray(++index, connection.createArrayOf(type, values));
    return this;
  }
}
