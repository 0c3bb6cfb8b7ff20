package dev.parley.presence.postgres;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/// Turns rows into the columns that `unnest` takes: one array for each, in one order.
final class Columns {

  private Columns() {}

  static String[] text(Collection<String> values) {
    return values.toArray(String[]::new);
  }

  static <T> @Nullable String[] text(List<T> rows, Function<T, @Nullable String> column) {
    @Nullable String[] values = new String[rows.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = column.apply(rows.get(i));
    }
    return values;
  }

  static <T> long[] longs(List<T> rows, ToLongFunction<T> column) {
    long[] values = new long[rows.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = column.applyAsLong(rows.get(i));
    }
    return values;
  }

  static <T> @Nullable Long[] nullableLongs(List<T> rows, Function<T, @Nullable Long> column) {
    @Nullable Long[] values = new Long[rows.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = column.apply(rows.get(i));
    }
    return values;
  }
}
