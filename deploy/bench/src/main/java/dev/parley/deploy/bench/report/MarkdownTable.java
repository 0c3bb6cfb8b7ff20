package dev.parley.deploy.bench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// A table whose columns are as wide as their widest cell; all but the first are figures.
final class MarkdownTable {

  private final List<List<String>> rows = new ArrayList<>();

  MarkdownTable(String... heads) {
    rows.add(List.of(heads));
  }

  MarkdownTable row(String... cells) {
    rows.add(List.of(cells));
    return this;
  }

  String text() {
    StringBuilder text = new StringBuilder();
    text.append(line(rows.getFirst())).append(rule());
    rows.stream().skip(1).forEach(row -> text.append(line(row)));
    return text.toString();
  }

  private String line(List<String> cells) {
    StringBuilder line = new StringBuilder("|");
    for (int i = 0; i < cells.size(); i++) {
      String pad = " ".repeat(width(i) - cells.get(i).length());
      line.append(' ').append(i == 0 ? cells.get(i) + pad : pad + cells.get(i)).append(" |");
    }
    return line.append('\n').toString();
  }

  private String rule() {
    return rows.getFirst().stream()
        .map(head -> rows.getFirst().indexOf(head))
        .map(i -> i == 0 ? "-".repeat(width(i) + 2) : "-".repeat(width(i) + 1) + ":")
        .collect(Collectors.joining("|", "|", "|\n"));
  }

  private int width(int column) {
    return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
  }
}
