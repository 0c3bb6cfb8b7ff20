package dev.parley.gateway.file.folder;

import dev.parley.contracts.conversation.Attachment;
import dev.parley.gateway.file.FileBusyException;
import dev.parley.gateway.file.FileStore;
import dev.parley.gateway.file.StoreFullException;
import dev.parley.gateway.file.StoredFile;
import io.quarkus.logging.Log;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// Keeps files in a folder, laid out as [Places] says; several gateways may share it.
public final class FolderFileStore implements FileStore {
  private static final int SECRET_BYTES = 32;

  private final Places places;
  private final long keepFree;
  private final FileNotes notes = new FileNotes();
  private final Marks marks;

  /// Keeps files in a folder, which is made when it is needed.
  ///
  /// @param root the folder
  /// @param keepFree bytes of the disk that are left free
  public FolderFileStore(Path root, long keepFree) {
    this.places = new Places(root.toAbsolutePath().normalize());
    this.keepFree = keepFree;
    this.marks = new Marks(places.marks());
  }

  @Override
  public void create(StoredFile file) {
    Path folder = places.file(file.id());
    try {
      Files.createDirectories(folder);
      refuseIfFull(file.size());
      // In this order: whatever of it is there after a crash can be swept, and takes nobody's room
      // that is not.
      notes.write(folder, file);
      touch(places.pending(file.id()));
      touch(places.owned(file));
    } catch (IOException e) {
      remove(file);
      throw Faults.of("a file cannot be made", e);
    } catch (StoreFullException e) {
      remove(file);
      throw e;
    }
  }

  private void refuseIfFull(long size) throws IOException {
    if (Files.getFileStore(places.root()).getUsableSpace() - keepFree < size) {
      throw new StoreFullException(new IOException("less than " + size + " bytes to spare"));
    }
  }

  @Override
  public Optional<StoredFile> find(String id) {
    return notes.read(places.file(id));
  }

  @Override
  public Optional<StoredFile> update(String id, UnaryOperator<StoredFile> change) {
    Path folder = places.file(id);
    if (!FileNotes.isThere(folder)) {
      return Optional.empty();
    }
    try {
      Optional<StoredFile> updated = notes.update(folder, change);
      if (updated.filter(StoredFile::isAttached).isPresent()) {
        Files.deleteIfExists(places.pending(id));
      }
      return updated;
    } catch (IOException e) {
      throw Faults.of("a file cannot be changed file=" + id, e);
    }
  }

  @Override
  public Optional<Appender> append(String id) {
    Path folder = places.file(id);
    if (find(id).isEmpty()) {
      return Optional.empty();
    }
    try {
      FileChannel channel =
          FileChannel.open(
              Places.bytes(folder), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      return Optional.of(locked(id, channel));
    } catch (NoSuchFileException _) {
      return Optional.empty();
    } catch (IOException e) {
      throw Faults.of("a file cannot be written file=" + id, e);
    }
  }

  private Appender locked(String id, FileChannel channel) throws IOException {
    try {
      if (channel.tryLock() == null) {
        throw new FileBusyException();
      }
      // Read behind the lock: whoever held it may have written more.
      StoredFile file = find(id).orElseThrow(() -> new NoSuchFileException(id));
      channel.truncate(file.received());
      channel.position(file.received());
      return new FolderAppender(this, file, channel);
    } catch (OverlappingFileLockException _) {
      channel.close();
      throw new FileBusyException();
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  @Override
  public InputStream read(StoredFile file, long from, long length) {
    try {
      FileChannel channel =
          FileChannel.open(Places.bytes(places.file(file.id())), StandardOpenOption.READ);
      channel.position(from);
      return new BoundedStream(Channels.newInputStream(channel), length);
    } catch (NoSuchFileException e) {
      if (file.size() == 0) {
        return InputStream.nullInputStream();
      }
      throw Faults.of("a file has no bytes file=" + file.id(), e);
    } catch (IOException e) {
      throw Faults.of("a file cannot be read file=" + file.id(), e);
    }
  }

  @Override
  public void remove(String id) {
    find(id).ifPresentOrElse(this::remove, () -> removeFolder(id));
  }

  /// What is known of it goes last, so that what a crash leaves can be removed again.
  private void remove(StoredFile file) {
    try {
      Files.deleteIfExists(places.owned(file));
      Files.deleteIfExists(Places.bytes(places.file(file.id())));
    } catch (IOException e) {
      throw Faults.of("a file cannot be removed file=" + file.id(), e);
    }
    removeFolder(file.id());
  }

  private void removeFolder(String id) {
    Path folder = places.file(id);
    try {
      if (Files.isDirectory(folder)) {
        try (Stream<Path> inside = Files.list(folder)) {
          for (Path each : inside.toList()) {
            Files.deleteIfExists(each);
          }
        }
        Files.deleteIfExists(folder);
      }
      Files.deleteIfExists(places.pending(id));
    } catch (IOException e) {
      throw Faults.of("a file cannot be removed file=" + id, e);
    }
  }

  @Override
  public Usage usage(String owner) {
    long bytes = 0;
    int files = 0;
    for (String name : Places.names(places.owner(owner))) {
      bytes += Long.parseLong(name.substring(name.indexOf('.') + 1));
      files++;
    }
    return new Usage(bytes, files);
  }

  @Override
  public List<String> pending(int limit) {
    return Places.names(places.pending()).stream()
        .filter(Attachment::isFileId)
        .filter(this::isThere)
        .limit(limit)
        .toList();
  }

  /// A file is made before its mark, so one without is what a torn copy left.
  private boolean isThere(String id) {
    if (FileNotes.isThere(places.file(id))) {
      return true;
    }
    removeFolder(id);
    return false;
  }

  @Override
  public List<String> part(int part, Instant before) {
    return Places.names(places.part(part)).stream()
        .filter(Attachment::isFileId)
        .filter(id -> isFile(id, before))
        .toList();
  }

  private boolean isFile(String id, Instant before) {
    Path folder = places.file(id);
    if (notes.isIn(folder)) {
      return true;
    }
    try {
      if (Files.getLastModifiedTime(folder).toInstant().isBefore(before)) {
        removeFolder(id);
        Log.infof("bytes of no file removed file=%s", id);
      }
    } catch (NoSuchFileException _) {
      // Removed at the same moment.
    } catch (IOException e) {
      throw Faults.of("a folder of the file store cannot be read", e);
    }
    return false;
  }

  @Override
  public boolean mark(String name, String by) {
    return marks.make(name, by);
  }

  @Override
  public void unmark(String name, String by) {
    marks.takeBack(name, by);
  }

  @Override
  public void forgetMarks(Instant before) {
    marks.forget(before);
  }

  @Override
  public byte[] secret() {
    Path secret = places.secret();
    try {
      if (!Files.exists(secret)) {
        byte[] made = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(made);
        Files.createDirectories(places.root());
        PrivateFiles.writeIfAbsent(secret, made);
      }
      return Files.readAllBytes(secret);
    } catch (IOException e) {
      throw Faults.of("the secret of the file store cannot be read", e);
    }
  }

  private static void touch(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    Files.createFile(file);
  }
}
