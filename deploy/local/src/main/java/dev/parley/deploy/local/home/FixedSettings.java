package dev.parley.deploy.local.home;

import dev.parley.deploy.local.console.TroubleException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// What is decided when a data folder is made, and can never change: the number of partitions.
///
/// The key of a record decides its partition by that number; another one would send a conversation
/// to a second partition, and its order would be lost.
public final class FixedSettings {

  private final Path file;

  /// Looks into a data folder.
  ///
  /// @param data folder that holds the file
  public FixedSettings(Path data) {
    this.file = data.resolve("partitions");
  }

  /// Writes the number into a new folder, or compares it.
  ///
  /// @param wanted what the command line says; 0 takes what is there, or the default
  /// @param byDefault for a new folder
  /// @return the number that holds for this folder
  /// @throws TroubleException if another number was chosen when the folder was made
  public int partitions(int wanted, int byDefault) {
    try {
      if (Files.notExists(file)) {
        int chosen = wanted == 0 ? byDefault : wanted;
        Files.writeString(file, chosen + "\n");
        return chosen;
      }
      int known = Integer.parseInt(Files.readString(file).strip());
      if (wanted != 0 && wanted != known) {
        throw new TroubleException(
            "this data folder has " + known + " partitions, which cannot be changed to " + wanted,
            "leave out --partitions, or start with another folder: PARLEY_HOME=/path ./parley up");
      }
      return known;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
