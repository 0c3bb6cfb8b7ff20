package dev.parley.deploy.local.admin;

/// What is wrong with a row.
///
/// @param line number of the line on which it begins
/// @param column name of the column, or empty if the whole row is meant
/// @param reason one sentence without passwords
record BadRow(long line, String column, String reason) {
  /// {@return as people read it}
  String text() {
    return "line " + line + (column.isEmpty() ? "" : ", " + column) + ": " + Printable.of(reason);
  }
}
