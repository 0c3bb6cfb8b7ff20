package dev.parley.gateway.file.folder;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.regex.Pattern;

/// What was done that may be done once only: a small file for each, which says who did it.
final class Marks {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,64}");

  private final Path folder;

  Marks(Path folder) {
    this.folder = folder;
  }

  boolean make(String name, String by) {
    Path mark = mark(name);
    try {
      Files.createDirectories(folder);
      write(mark, by);
      return true;
    } catch (FileAlreadyExistsException _) {
      return isBy(mark, by);
    } catch (IOException e) {
      throw Faults.of("a mark cannot be made", e);
    }
  }

  private static void write(Path mark, String by) throws IOException {
    // What made the file may fill it; if there is no room for that, it is as if nothing was done.
    try (var bytes =
        Files.newBufferedWriter(mark, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      bytes.write(by);
    } catch (FileAlreadyExistsException e) {
      throw e;
    } catch (IOException e) {
      Files.deleteIfExists(mark);
      throw e;
    }
  }

  void takeBack(String name, String by) {
    Path mark = mark(name);
    if (isBy(mark, by)) {
      try {
        Files.deleteIfExists(mark);
      } catch (IOException e) {
        throw Faults.of("a mark cannot be taken back", e);
      }
    }
  }

  void forget(Instant before) {
    for (String name : Places.names(folder)) {
      Path mark = folder.resolve(name);
      try {
        if (Files.getLastModifiedTime(mark).toInstant().isBefore(before)) {
          Files.deleteIfExists(mark);
        }
      } catch (NoSuchFileException _) {
        // Another gateway forgot it at the same moment.
      } catch (IOException e) {
        throw Faults.of("a mark cannot be forgotten", e);
      }
    }
  }

  private static boolean isBy(Path mark, String by) {
    try {
      return Files.readString(mark).equals(by);
    } catch (NoSuchFileException _) {
      return false;
    } catch (IOException e) {
      throw Faults.of("a mark cannot be read", e);
    }
  }

  private Path mark(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("a mark has letters, digits, - and _");
    }
    return folder.resolve(name);
  }
}
