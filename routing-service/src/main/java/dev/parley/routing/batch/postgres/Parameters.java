package dev.parley.routing.batch.postgres;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/// Sets the parameters of a statement in order, each an array with one element for each row.
final class Parameters {
  private final PreparedStatement statement;
  private int index;

  Parameters(PreparedStatement statement) {
    this.statement = statement;
  }

  <T> Parameters longs(Collection<T> rows, ToLongFunction<? super T> column) throws SQLException {
    return array(rows.stream().mapToLong(column).toArray());
  }

  <T> Parameters ints(Collection<T> rows, ToIntFunction<? super T> column) throws SQLException {
    return array(rows.stream().mapToInt(column).toArray());
  }

  <T> Parameters texts(Collection<T> rows, Function<? super T, @Nullable String> column)
      throws SQLException {
    @Nullable String[] values = new @Nullable String[rows.size()];
    int i = 0;
    for (T row : rows) {
      values[i++] = column.apply(row);
    }
    return array(values);
  }

  Parameters texts(Collection<String> rows) throws SQLException {
    return texts(rows, row -> row);
  }

  /// Where a row has no number it gets 0, which the statement makes null.
  <T> Parameters longsOrZero(Collection<T> rows, Function<? super T, @Nullable Long> column)
      throws SQLException {
    return longs(
        rows,
        row -> {
          Long value = column.apply(row);
          return value == null ? 0 : value;
        });
  }

  <T> Parameters booleans(Collection<T> rows, Predicate<? super T> column) throws SQLException {
    boolean[] values = new boolean[rows.size()];
    int i = 0;
    for (T row : rows) {
      values[i++] = column.test(row);
    }
    return array(values);
  }

  /// Travels in binary, since it is an array of primitives or strings; boxed numbers would not.
  private Parameters array(Object values) throws SQLException {
    statement.setObject(++index, values);
    return this;
  }
}
