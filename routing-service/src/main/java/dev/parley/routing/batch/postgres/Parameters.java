package dev.parley.routing.batch.postgres;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Sets the parameters of a statement in order, each an array with one element for each row.
final class Parameters {
  private final PreparedStatement statement;
  private int index;

  Parameters(PreparedStatement statement) {
    this.statement = statement;
  }

  <T> Parameters longs(Collection<T> rows, Function<? super T, Long> column) throws SQLException {
    return array("int8", rows.stream().map(column).toArray());
  }

  <T> Parameters ints(Collection<T> rows, Function<? super T, Integer> column) throws SQLException {
    return array("int4", rows.stream().map(column).toArray());
  }

  <T> Parameters texts(Collection<T> rows, Function<? super T, @Nullable String> column)
      throws SQLException {
    @Nullable String[] values = new @Nullable String[rows.size()];
    int i = 0;
    for (T row : rows) {
      values[i++] = column.apply(row);
    }
    return array("text", values);
  }

  Parameters texts(Collection<String> rows) throws SQLException {
    return texts(rows, row -> row);
  }

  private Parameters array(String type, @Nullable Object[] values) throws SQLException {
    statement.setArray(++index, statement.getConnection().createArrayOf(type, values));
    return this;
  }
}
