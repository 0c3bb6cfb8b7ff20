package dev.parley.deploy.local.archive;

import java.util.List;

/// A table that an archive holds.
///
/// @param schema name of the schema, which is that of a service
/// @param name name of the table
/// @param columns names of the columns, in the order of the rows' values
/// @param rows number of rows
public record Table(String schema, String name, List<String> columns, long rows) {

  /// Copies the list.
  public Table {
    columns = List.copyOf(columns);
  }

  /// {@return name of its entry}
  public String entry() {
    return "tables/" + schema + "/" + name + ".copy";
  }
}
