package dev.parley.deploy.local.console;

import java.util.ArrayList;
import java.util.List;

/// Columns of text, each as wide as its widest cell, two spaces apart and two from the left.
public final class Table {

  private final List<List<String>> rows = new ArrayList<>();

  /// Makes one without rows.
  public Table() {}

  /// Adds a row.
  ///
  /// @param cells the same number in every row
  /// @return this table
  public Table row(String... cells) {
    rows.add(List.of(cells));
    return this;
  }

  /// Writes all rows.
  ///
  /// @param console where to
  public void print(Console console) {
    for (List<String> row : rows) {
      var line = new StringBuilder();
      for (int column = 0; column < row.size(); column++) {
        line.append("  ").append(row.get(column));
        line.repeat(' ', width(column) - row.get(column).length());
      }
      console.line(line.toString().stripTrailing());
    }
  }

  private int width(int column) {
    return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
  }
}
