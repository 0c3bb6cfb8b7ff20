package dev.parley.gateway.file.folder;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.parley.gateway.file.StoreFaultException;
import dev.parley.gateway.file.StoredFile;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;

/// What is known of each file, as JSON beside its bytes. Replaced as a whole, so that a reader sees
/// the old or the new; changed under a lock, so that no change is lost.
final class FileNotes {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
  private static final String NOTES = "file.json";
  private static final String NEXT = "file.json.next";
  private static final String LOCK = "lock";
  private static final int STRIPES = 64;

  /// A lock of a file is one between processes; threads have these.
  private final ReentrantLock[] threads = new ReentrantLock[STRIPES];

  FileNotes() {
    for (int i = 0; i < STRIPES; i++) {
      threads[i] = new ReentrantLock();
    }
  }

  /// {@return whether something is known of the file} A fault of the disk is no answer: what is not
  /// known is removed.
  boolean isIn(Path folder) {
    return isThere(folder.resolve(NOTES));
  }

  /// {@return whether there is such a file or folder}
  static boolean isThere(Path path) {
    try {
      Files.readAttributes(path, BasicFileAttributes.class);
      return true;
    } catch (NoSuchFileException _) {
      return false;
    } catch (IOException e) {
      throw Faults.of("a folder of the file store cannot be read", e);
    }
  }

  Optional<StoredFile> read(Path folder) {
    try {
      return Optional.of(
          MAPPER.readValue(Files.readAllBytes(folder.resolve(NOTES)), StoredFile.class));
    } catch (NoSuchFileException _) {
      return Optional.empty();
    } catch (JsonProcessingException e) {
      e.clearLocation(); // It would quote the name.
      throw new StoreFaultException("what is known of a file cannot be read", e);
    } catch (IOException e) {
      throw Faults.of("what is known of a file cannot be read", e);
    }
  }

  void write(Path folder, StoredFile file) throws IOException {
    Path next = folder.resolve(NEXT);
    Files.write(
        next,
        MAPPER.writeValueAsBytes(file),
        StandardOpenOption.CREATE,
        StandardOpenOption.TRUNCATE_EXISTING,
        StandardOpenOption.WRITE,
        StandardOpenOption.DSYNC);
    Files.move(
        next,
        folder.resolve(NOTES),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }

  Optional<StoredFile> update(Path folder, UnaryOperator<StoredFile> change) throws IOException {
    ReentrantLock thread = threads[Math.floorMod(folder.hashCode(), STRIPES)];
    thread.lock();
    try (FileChannel lock =
            FileChannel.open(
                folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        var _ = lock.lock()) {
      Optional<StoredFile> before = read(folder);
      if (before.isEmpty()) {
        return before;
      }
      StoredFile after = change.apply(before.get());
      if (!after.equals(before.get())) {
        write(folder, after);
      }
      return Optional.of(after);
    } catch (NoSuchFileException _) {
      return Optional.empty();
    } finally {
      thread.unlock();
    }
  }
}
