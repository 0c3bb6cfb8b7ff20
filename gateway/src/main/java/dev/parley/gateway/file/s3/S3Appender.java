package dev.parley.gateway.file.s3;

import dev.parley.gateway.file.FileBusyException;
import dev.parley.gateway.file.FileStore;
import dev.parley.gateway.file.StoreFaultException;
import dev.parley.gateway.file.StoredFile;
import dev.parley.gateway.file.s3.Note.Segment;
import io.quarkus.logging.Log;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Writes segments that nobody knows until they are committed. Whether somebody else wrote to the
/// file is found out then: whoever commits first wins, and the other is told that it is busy.
///
/// A short last segment is written again together with what comes behind it, so that many small
/// chunks do not become as many objects.
final class S3Appender implements FileStore.Appender {
  /// A segment that is shorter is written again.
  private static final int SHORT = Buffers.SMALL / 2;

  private final ObjectStore objects;
  private final Notes notes;
  private final Buffers buffers;
  private final StoredFile file;
  private final List<Segment> written = new ArrayList<>();
  private List<Segment> committed;
  private Buffers.@Nullable Buffer buffer;
  private @Nullable Segment replaced;
  private long position;
  private int filled;

  S3Appender(ObjectStore objects, Notes notes, Buffers buffers, Note note) {
    this.objects = objects;
    this.notes = notes;
    this.buffers = buffers;
    this.file = note.file();
    this.committed = note.segments();
    this.position = file.received();
  }

  @Override
  public StoredFile file() {
    return file;
  }

  @Override
  public void write(ByteBuffer bytes) {
    if (position + bytes.remaining() > file.size()) {
      throw new IllegalArgumentException("more bytes than the file has room for");
    }
    while (bytes.hasRemaining()) {
      byte[] into = buffer();
      int length = Math.min(bytes.remaining(), into.length - filled);
      bytes.get(into, filled, length);
      filled += length;
      position += length;
      if (filled == into.length) {
        flush();
      }
    }
  }

  private byte[] buffer() {
    Buffers.Buffer present = buffer;
    if (present == null) {
      present = buffers.take();
      buffer = present;
    }
    if (filled == 0 && written.isEmpty() && replaced == null) {
      takeUpLast(present.bytes());
    }
    return present.bytes();
  }

  private void takeUpLast(byte[] into) {
    if (committed.isEmpty() || committed.getLast().length() >= SHORT) {
      return;
    }
    Segment last = committed.getLast();
    byte[] bytes =
        objects
            .get(Keys.segment(file.id(), last.name()))
            .map(ObjectStore.Held::bytes)
            .orElseThrow(() -> ended(new IOException("a segment is gone")));
    System.arraycopy(bytes, 0, into, 0, last.length());
    filled = last.length();
    replaced = last;
  }

  private void flush() {
    if (filled > 0) {
      Segment segment = new Segment(UUID.randomUUID().toString(), filled);
      // Noted first: if the answer is lost, it may be there.
      written.add(segment);
      objects.put(
          Keys.segment(file.id(), segment.name()),
          Objects.requireNonNull(buffer, "buffer").bytes(),
          filled);
      filled = 0;
    }
  }

  @Override
  public StoredFile commit(long expiresAt) {
    flush();
    List<Segment> sent = List.copyOf(written);
    // No longer ours to delete: if the answer to the change is lost, the file may have them.
    written.clear();
    List<Segment> all = Note.joined(committed, replaced, sent);
    Optional<Note> now =
        notes.update(file.id(), present -> committed(present, sent, all, expiresAt));
    if (now.isEmpty()) {
      sent.forEach(this::forget);
      throw ended(new IOException("it is gone"));
    }
    Optional<Segment> old = Optional.ofNullable(replaced);
    committed = all;
    replaced = null;
    old.ifPresent(this::forget);
    return now.get().file();
  }

  /// Made again after it was made, it changes nothing: the names are random.
  private Note committed(Note present, List<Segment> sent, List<Segment> all, long expiresAt) {
    if (!present.segments().equals(committed) && !present.segments().equals(all)) {
      // It can be made no more. But it may have been, and somebody went on behind it.
      sent.stream().filter(each -> !present.segments().contains(each)).forEach(this::forget);
      throw new FileBusyException();
    }
    return new Note(present.file().withReceived(position, expiresAt), all);
  }

  @Override
  public void close() {
    written.forEach(this::forget);
    written.clear();
    Buffers.Buffer present = buffer;
    if (present != null) {
      present.close();
      buffer = null;
    }
  }

  /// What cannot be deleted now is deleted when the file is complete, or with it.
  private void forget(Segment segment) {
    try {
      objects.delete(Keys.segment(file.id(), segment.name()));
    } catch (StoreFaultException e) {
      Log.debugf("segment left behind file=%s cause=%s", file.id(), e.getMessage());
    }
  }

  private StoreFaultException ended(IOException cause) {
    return new StoreFaultException("the upload was ended file=" + file.id(), cause);
  }
}
