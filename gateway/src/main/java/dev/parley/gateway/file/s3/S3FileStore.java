package dev.parley.gateway.file.s3;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.parley.contracts.conversation.Attachment;
import dev.parley.gateway.file.FileStore;
import dev.parley.gateway.file.StoreFaultException;
import dev.parley.gateway.file.StoredFile;
import io.quarkus.logging.Log;
import java.io.IOException;
import java.io.InputStream;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/// Keeps files in a bucket; how is told at the package. Nothing is asked of the bucket before the
/// first call.
public final class S3FileStore implements FileStore {
  private static final byte[] NOTHING = {};
  private static final int SECRET_BYTES = 32;
  private static final int MOST_OBJECTS = 1_000_000;

  /// A file is made by three writes; after this time nobody is at it any more.
  private static final Duration MADE_BY_NOW = Duration.ofHours(1);

  private final ObjectStore objects;
  private final Notes notes;
  private final Buffers buffers;
  private final InstantSource clock;

  S3FileStore(ObjectStore objects, Buffers buffers, InstantSource clock) {
    this.objects = objects;
    this.notes = new Notes(objects);
    this.buffers = buffers;
    this.clock = clock;
  }

  /// {@return a store as it is configured}
  ///
  /// @param config where, and within which limits
  /// @param clock tells the time
  /// @throws IllegalArgumentException if the configuration lacks something
  public static S3FileStore of(S3Config config, InstantSource clock) {
    S3Settings settings = S3Settings.of(config);
    return new S3FileStore(
        new CheckedObjectStore(() -> AwsObjectStore.open(settings)),
        new Buffers(settings.buffer(), config.buffers()),
        clock);
  }

  @Override
  public void create(StoredFile file) {
    Note note = new Note(file, List.of());
    try {
      // First: whatever of the rest is there can be removed by it.
      notes.write(Keys.pending(file.id()), note);
      objects.put(Keys.owner(file), NOTHING, 0);
      notes.write(Keys.note(file.id()), note);
    } catch (StoreFaultException e) {
      removeMade(file.id());
      throw e;
    }
  }

  /// It stays pending: a write that failed may still come, and the sweeper removes that.
  private void removeMade(String id) {
    try {
      removeAllButPending(id);
    } catch (StoreFaultException e) {
      Log.debugf("file left for the sweeper file=%s cause=%s", id, e.getMessage());
    }
  }

  @Override
  public Optional<StoredFile> find(String id) {
    return notes.read(id).map(Note::file);
  }

  @Override
  public Optional<StoredFile> update(String id, UnaryOperator<StoredFile> change) {
    Optional<Note> now = notes.update(id, note -> note.with(change.apply(note.file())));
    now.ifPresent(this::tidy);
    return now.map(Note::file);
  }

  /// Nobody writes to a complete file any more: what it does not name was left behind.
  private void tidy(Note note) {
    StoredFile file = note.file();
    if (file.content() != null && file.claim() == null) {
      Set<String> named = new HashSet<>();
      note.segments().forEach(segment -> named.add(segment.name()));
      for (ObjectStore.Listed each : objects.list(Keys.folder(file.id()), MOST_OBJECTS)) {
        if (!Keys.isNote(each.key()) && !named.contains(Keys.name(each.key()))) {
          objects.delete(each.key());
        }
      }
    }
    if (file.isAttached()) {
      objects.delete(Keys.pending(file.id()));
    }
  }

  @Override
  public Optional<Appender> append(String id) {
    return notes.read(id).map(note -> new S3Appender(objects, notes, buffers, note));
  }

  @Override
  public InputStream read(StoredFile file, long from, long length) {
    List<Note.Segment> segments =
        notes
            .read(file.id())
            .map(Note::segments)
            .orElseThrow(() ->
                new StoreFaultException(
                    "a file has no bytes file=" + file.id(), new IOException("it is gone")));
    return new SegmentStream(objects, file.id(), segments, from, length);
  }

  @Override
  public void remove(String id) {
    removeAllButPending(id);
    // What is known of it goes last, so that what a crash leaves can be removed again.
    objects.delete(Keys.pending(id));
  }

  private void removeAllButPending(String id) {
    Optional<Note> note = notes.read(id).or(() -> notes.readPending(id));
    note.ifPresent(known -> objects.delete(Keys.owner(known.file())));
    for (ObjectStore.Listed each : objects.list(Keys.folder(id), MOST_OBJECTS)) {
      if (!Keys.isNote(each.key())) {
        objects.delete(each.key());
      }
    }
    objects.delete(Keys.note(id));
  }

  @Override
  public Usage usage(String owner) {
    long bytes = 0;
    int files = 0;
    for (ObjectStore.Listed each : objects.list(Keys.owners(owner), MOST_OBJECTS)) {
      String name = Keys.name(each.key());
      bytes += Long.parseLong(name.substring(name.indexOf('.') + 1));
      files++;
    }
    return new Usage(bytes, files);
  }

  @Override
  public List<String> pending(int limit) {
    Instant made = clock.instant().minus(MADE_BY_NOW);
    List<String> ids = new ArrayList<>();
    for (ObjectStore.Listed each : objects.list(Keys.PENDING, limit)) {
      String id = Keys.name(each.key());
      if (Attachment.isFileId(id) && (each.modified().isAfter(made) || isPending(id))) {
        ids.add(id);
      }
    }
    return ids;
  }

  /// What a crash left half made or half removed goes here.
  private boolean isPending(String id) {
    Optional<StoredFile> file = find(id);
    if (file.isEmpty()) {
      remove(id);
    } else if (file.get().isAttached()) {
      objects.delete(Keys.pending(id));
    }
    return file.isPresent() && !file.get().isAttached();
  }

  @Override
  public List<String> part(int part, Instant before) {
    Map<String, Boolean> found = new HashMap<>();
    for (ObjectStore.Listed each : objects.list(Keys.part(part), MOST_OBJECTS)) {
      boolean isFile = Keys.isNote(each.key()) || !each.modified().isBefore(before);
      Keys.file(each.key()).ifPresent(id -> found.merge(id, isFile, Boolean::logicalOr));
    }
    return found.entrySet().stream()
        .filter(each -> each.getValue() || isFile(each.getKey()))
        .map(Map.Entry::getKey)
        .toList();
  }

  /// Asked once more: a listing that is too long ends before the note.
  private boolean isFile(String id) {
    if (notes.read(id).isPresent()) {
      return true;
    }
    remove(id);
    Log.infof("objects of no file removed file=%s", id);
    return false;
  }

  @Override
  public boolean mark(String name, String by) {
    // One that is refused may be there by its own first attempt, whose answer was lost.
    return objects.putIfAbsent(Keys.mark(name), by.getBytes(US_ASCII)) || isMarked(name, by);
  }

  @Override
  public void unmark(String name, String by) {
    if (isMarked(name, by)) {
      objects.delete(Keys.mark(name));
    }
  }

  private boolean isMarked(String name, String by) {
    return objects
        .get(Keys.mark(name))
        .filter(held -> by.equals(new String(held.bytes(), US_ASCII)))
        .isPresent();
  }

  @Override
  public void forgetMarks(Instant before) {
    for (ObjectStore.Listed each : objects.list(Keys.MARKS, MOST_OBJECTS)) {
      if (each.modified().isBefore(before)) {
        objects.delete(each.key());
      }
    }
  }

  @Override
  public byte[] secret() {
    return objects.get(Keys.SECRET).or(this::makeSecret).orElseThrow(() -> gone()).bytes();
  }

  private Optional<ObjectStore.Held> makeSecret() {
    byte[] made = new byte[SECRET_BYTES];
    new SecureRandom().nextBytes(made);
    boolean _ = objects.putIfAbsent(Keys.SECRET, made);
    return objects.get(Keys.SECRET);
  }

  private static StoreFaultException gone() {
    return new StoreFaultException(
        "the secret of the file store cannot be read", new IOException("it is gone"));
  }
}
