package dev.parley.deploy.local.archive;

import java.util.List;

/// The last entry of an archive: what all the others are.
///
/// @param header the first entry again
/// @param migrations of every schema, oldest first
/// @param tables in the order of their entries
/// @param sequences those that have given a value
/// @param contents every entry but the first and this one, in order
public record Manifest(
    Header header,
    List<Migration> migrations,
    List<Table> tables,
    List<Sequence> sequences,
    List<Content> contents) {

  static final String ENTRY = "manifest.json";

  /// Copies the lists.
  public Manifest {
    migrations = List.copyOf(migrations);
    tables = List.copyOf(tables);
    sequences = List.copyOf(sequences);
    contents = List.copyOf(contents);
  }

  /// {@return number of rows of all tables}
  public long rows() {
    return tables.stream().mapToLong(Table::rows).sum();
  }

  /// {@return number of files beside the database}
  public long files() {
    return contents.stream().filter(each -> DataEntries.is(each.entry())).count();
  }
}
