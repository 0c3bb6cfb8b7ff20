package dev.parley.deploy.local.home;

import dev.parley.deploy.embedded.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/// Puts a new folder in the place of the data, wholly or not at all.
///
/// Two renames are not one, so a note says which folder the old data have: whoever comes after a
/// crash between the two puts them back. Held by whoever has the lock.
///
/// ```
/// data.new            what is being made; worth nothing until it is swapped
/// data.before-TIME    the old data, until somebody deletes them
/// run/swap            name of that folder, while the swap is under way
/// ```
public final class DataSwap {

  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

  private final Home home;
  private final Path note;

  /// Names the folder.
  ///
  /// @param home whose lock the caller has
  public DataSwap(Home home) {
    this.home = home;
    this.note = home.run().resolve("swap");
  }

  /// {@return an empty folder of mode 700 for the new data; what an earlier try left is deleted}
  public Path begin() {
    try {
      recover();
      Folders.delete(fresh());
      return home.secretFolder(fresh());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Puts the new data in place.
  ///
  /// @return where the old ones are now, if there were any
  public Optional<Path> swap() {
    Path data = home.data(false);
    try {
      Optional<Path> old = Files.exists(data) ? Optional.of(moveAway(data)) : Optional.empty();
      Files.move(fresh(), data, StandardCopyOption.ATOMIC_MOVE);
      Files.deleteIfExists(note);
      return old;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Throws the new data away.
  public void cancel() {
    try {
      Folders.delete(fresh());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Puts the old data back if a swap was cut off in its middle.
  ///
  /// @return whether that was so
  public boolean recover() {
    try {
      if (Files.notExists(note)) {
        return false;
      }
      Path old = home.folder().resolve(Files.readString(note).strip());
      boolean cutOff = Files.notExists(home.data(false)) && Files.exists(old);
      if (cutOff) {
        Files.move(old, home.data(false), StandardCopyOption.ATOMIC_MOVE);
      }
      Files.deleteIfExists(note);
      return cutOff;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path moveAway(Path data) throws IOException {
    Path old = home.folder().resolve("data.before-" + STAMP.format(Instant.now()));
    Path written = note.resolveSibling("swap.new");
    Files.writeString(written, old.getFileName() + "\n");
    Files.move(written, note, StandardCopyOption.ATOMIC_MOVE);
    Files.move(data, old, StandardCopyOption.ATOMIC_MOVE);
    return old;
  }

  private Path fresh() {
    return home.folder().resolve("data.new");
  }
}
