package dev.parley.gateway.file;

import java.io.InputStream;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// Where files lie; the same for all gateways. Every method may wait. Safe for use by many threads.
///
/// All methods throw [StoreFaultException] if the store cannot do it, and [StoreFullException] if
/// that is for want of room. What a crash leaves half done is invisible, and is gone after the next
/// [#remove] or sweep.
public interface FileStore {
  /// Number of parts that files are in, by their ids.
  int PARTS = 256;

  /// Makes a file without bytes; it is pending until it is attached.
  ///
  /// @param file what is known of it; nothing received
  void create(StoredFile file);

  /// {@return what is known of a file, if it is there}
  ///
  /// @param id id of the file
  Optional<StoredFile> find(String id);

  /// Changes what is known of a file: at one moment, whoever else does the same. A file that is
  /// attached after that is no longer pending.
  ///
  /// @param id id of the file
  /// @param change gives what is known from here on; what it throws is thrown and changes nothing
  /// @return what it gave; empty if there is no such file
  Optional<StoredFile> update(String id, UnaryOperator<StoredFile> change);

  /// Begins to write behind what was received.
  ///
  /// @param id id of the file
  /// @return takes the bytes; empty if there is no such file
  /// @throws FileBusyException if somebody else is writing to it
  Optional<Appender> append(String id);

  /// {@return bytes of a complete file}
  ///
  /// @param file what is known of it
  /// @param from position of the first byte
  /// @param length number of bytes
  InputStream read(StoredFile file, long from, long length);

  /// Removes a file with all that belongs to it; does nothing if it is not there.
  ///
  /// @param id id of the file
  void remove(String id);

  /// {@return what an account's files take, those that are under way with their whole size}
  ///
  /// @param owner handle
  Usage usage(String owner);

  /// {@return ids of files that no message is known to have, in no order}
  ///
  /// @param limit most ids
  List<String> pending(int limit);

  /// {@return ids of all files of one part, in no order}
  ///
  /// What lies there and belongs to no file is removed, as a torn copy or a gateway that died
  /// leaves it.
  ///
  /// @param part 0 to 255: the first byte of their ids
  /// @param before what was written since is left alone: somebody may be at it
  List<String> part(int part, Instant before);

  /// Notes that something is done that may be done once only.
  ///
  /// @param name letters, digits, `-` and `_`, at most 64
  /// @param by who does it; told again, the answer is the same
  /// @return whether it is noted as done by them
  boolean mark(String name, String by);

  /// Takes a note back: it was not done. Does nothing if it is somebody else's, or not there.
  ///
  /// @param name name of the note
  /// @param by who made it
  void unmark(String name, String by);

  /// Forgets marks.
  ///
  /// @param before those made before that time
  void forgetMarks(Instant before);

  /// {@return a secret of 32 bytes that all gateways share; made by whoever asks first}
  byte[] secret();

  /// What an account's files take.
  ///
  /// @param bytes their sizes
  /// @param files their number
  record Usage(long bytes, int files) {}

  /// Writes bytes behind those that were received. What was not committed is gone after [#close()],
  /// and after a crash. For one thread.
  interface Appender extends AutoCloseable {
    /// {@return what is known of the file as it was when the appender was made}
    StoredFile file();

    /// Takes bytes; not more in all than the file has room for.
    ///
    /// @param bytes the next bytes
    void write(ByteBuffer bytes);

    /// Makes all bytes written so far safe. If it throws, they may be safe or not, which
    /// [FileStore#find] tells, and nothing but [#close()] may follow.
    ///
    /// @param expiresAt when the file goes if nothing more happens, epoch milliseconds
    /// @return what is known of the file now
    StoredFile commit(long expiresAt);

    @Override
    void close();
  }
}
