package dev.parley.deploy.local.home;

import dev.parley.deploy.local.console.TroubleException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The number of the data folder's layout, kept in the file `version`.
final class LayoutVersion {

  static final String FILE = "version";
  static final int CURRENT = 1;

  private final Path folder;

  LayoutVersion(Path folder) {
    this.folder = folder;
  }

  /// Writes the number into a new folder, or compares it.
  ///
  /// @throws TroubleException if the folder belongs to a newer Parley, or is not Parley's at all
  void check() throws IOException {
    Path file = folder.resolve(FILE);
    if (Files.notExists(file)) {
      requireEmpty();
      Files.writeString(file, CURRENT + "\n");
      return;
    }
    String text = Files.readString(file).strip();
    if (!text.matches("\\d{1,6}") || Integer.parseInt(text) > CURRENT) {
      throw new TroubleException(
          "the data folder "
              + folder
              + " was written by a newer Parley: layout "
              + text
              + ", this one knows "
              + CURRENT,
          "use that newer Parley, or start with another folder: PARLEY_HOME=/path ./parley up");
    }
  }

  private void requireEmpty() throws IOException {
    try (var entries = Files.list(folder)) {
      if (entries.findAny().isPresent()) {
        throw new TroubleException(
            "the folder " + folder + " holds files that are not Parley's",
            "name an empty or a new folder: PARLEY_HOME=/path ./parley up");
      }
    }
  }
}
