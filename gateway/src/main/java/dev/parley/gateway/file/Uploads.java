package dev.parley.gateway.file;

import dev.parley.contracts.ErrorCode;
import dev.parley.contracts.conversation.Attachment;
import dev.parley.gateway.exchange.RequestFailedException;
import io.quarkus.logging.Log;
import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Takes files in: begun within size and quota, written chunk by chunk, complete when the hash of
/// the whole is known. Every method may wait; safe for use by many threads.
public final class Uploads {
  private static final int BUFFER = 64 * 1024;

  private final FileStore store;
  private final FileConfig config;
  private final Supplier<String> ids;
  private final InstantSource clock;

  /// Works through these.
  ///
  /// @param store where files lie
  /// @param config limits
  /// @param ids gives ids of files
  /// @param clock tells the time
  public Uploads(FileStore store, FileConfig config, Supplier<String> ids, InstantSource clock) {
    this.store = store;
    this.config = config;
    this.ids = ids;
    this.clock = clock;
  }

  /// What somebody wants to upload.
  ///
  /// @param name for people, as given
  /// @param size bytes
  /// @param sha256 hash that all bytes will have, in hex, or `null`
  /// @param errand conversation id to post to when it is complete, or `null`
  public record Wish(String name, long size, @Nullable String sha256, @Nullable String errand) {
    /// {@return all but the name}
    @Override
    public String toString() {
      return "Wish[size=" + size + "]";
    }
  }

  /// Begins an upload.
  ///
  /// @param owner handle of who uploads
  /// @param wish what
  /// @return the file, without bytes
  /// @throws RequestFailedException with `too_long` if it is longer than allowed, with `no_room` if
  ///   the account's room does not suffice
  public StoredFile begin(String owner, Wish wish) {
    long max = config.maxSize().asLongValue();
    if (wish.size > max) {
      throw new RequestFailedException(
          ErrorCode.TOO_LONG,
          "a file has at most %d bytes, this one has %d".formatted(max, wish.size));
    }
    long now = clock.millis();
    StoredFile file =
        new StoredFile(
            ids.get(),
            owner,
            FileName.clean(wish.name),
            wish.size,
            wish.sha256,
            now,
            now + config.keepUnsent().toMillis(),
            0,
            null,
            null,
            wish.errand);
    refuseIfOver(store.usage(owner), file);
    store.create(file);
    try {
      // Once more: others of the same account may have begun at the same moment.
      refuseIfOver(store.usage(owner), null);
    } catch (RequestFailedException e) {
      store.remove(file.id());
      throw e;
    }
    Log.debugf("upload began file=%s account=%s size=%d", file.id(), owner, wish.size);
    return file.size() == 0 ? complete(file) : file;
  }

  private void refuseIfOver(FileStore.Usage used, @Nullable StoredFile next) {
    long bytes = used.bytes() + (next == null ? 0 : next.size());
    int files = used.files() + (next == null ? 0 : 1);
    long quota = config.quota().asLongValue();
    if (bytes > quota || files > config.maxFiles()) {
      throw new RequestFailedException(
          ErrorCode.NO_ROOM,
          "your files would take %d of %d bytes, in %d of %d files; withdraw messages with files"
              .formatted(bytes, quota, files, config.maxFiles()));
    }
  }

  /// {@return an upload of somebody's own}
  ///
  /// @param owner handle of who asks
  /// @param id id of the file
  /// @throws RequestFailedException with `no_such_file` if it is not there or is somebody else's
  public StoredFile find(String owner, String id) {
    return own(owner, id);
  }

  /// Begins to write to an upload of somebody's own.
  ///
  /// @param owner handle of who asks
  /// @param id id of the file
  /// @return takes the bytes
  /// @throws RequestFailedException with `no_such_file` if it is not there or is somebody else's
  /// @throws FileBusyException if another request writes to it
  public FileStore.Appender append(String owner, String id) {
    own(owner, id);
    return store.append(id).orElseThrow(Uploads::noSuchFile);
  }

  /// {@return when an upload goes to which something was written now, epoch milliseconds}
  public long expiry() {
    return clock.millis() + config.keepUnsent().toMillis();
  }

  /// Completes a file whose bytes are all there, unless it is complete.
  ///
  /// @param file what is known of it
  /// @return what is known of it now; unchanged while bytes are missing
  /// @throws WrongHashException if the bytes have another hash than promised: the file is gone
  public StoredFile complete(StoredFile file) {
    if (!file.hasAllBytes() || file.content() != null) {
      return file;
    }
    StoredFile.Content content = examine(file);
    if (file.promised() != null && !file.promised().equals(content.sha256())) {
      store.remove(file.id());
      throw new WrongHashException("file");
    }
    return store
        .update(file.id(), present -> present.withContent(content))
        .orElseThrow(Uploads::noSuchFile);
  }

  /// Ends an upload, and forgets its bytes.
  ///
  /// @param owner handle of who asks
  /// @param id id of the file
  /// @throws RequestFailedException with `no_such_file` if it is not there or is somebody else's,
  ///   with `not_allowed` if a message has it
  public void terminate(String owner, String id) {
    if (own(owner, id).claim() != null) {
      throw new RequestFailedException(
          ErrorCode.NOT_ALLOWED, "the file belongs to a message; withdraw that");
    }
    store.remove(id);
  }

  /// Forgets an upload for which there is no room left.
  ///
  /// @param id id of the file
  public void abandon(String id) {
    store.remove(id);
  }

  private StoredFile own(String owner, String id) {
    if (!Attachment.isFileId(id)) {
      throw noSuchFile();
    }
    return store
        .find(id)
        .filter(file -> file.owner().equals(owner))
        .orElseThrow(Uploads::noSuchFile);
  }

  private StoredFile.Content examine(StoredFile file) {
    MessageDigest digest = Digests.sha256();
    byte[] first = {};
    try (InputStream bytes = new DigestInputStream(store.read(file, 0, file.size()), digest)) {
      first = bytes.readNBytes(TypeSniffer.LENGTH);
      byte[] buffer = new byte[BUFFER];
      while (bytes.read(buffer) >= 0) {
        // The digest sees what is read.
      }
    } catch (IOException e) {
      throw new StoreFaultException("a file cannot be read file=" + file.id(), e);
    }
    String hash = HexFormat.of().formatHex(digest.digest());
    return new StoredFile.Content(hash, TypeSniffer.type(first));
  }

  static RequestFailedException noSuchFile() {
    return new RequestFailedException(ErrorCode.NO_SUCH_FILE, "there is no such file");
  }
}
