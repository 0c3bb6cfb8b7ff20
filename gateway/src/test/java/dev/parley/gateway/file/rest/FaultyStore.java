package dev.parley.gateway.file.rest;

import dev.parley.gateway.file.FileStore;
import dev.parley.gateway.file.ForwardingStore;
import dev.parley.gateway.file.StoreFaultException;
import dev.parley.gateway.file.StoredFile;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/// A store that fails once where it is told to.
final class FaultyStore extends ForwardingStore {
  /// Where it fails.
  enum Fault {
    /// A mark is not made.
    MARK,
    /// A mark is made, but the answer is lost; and it cannot be taken back.
    ANSWER_TO_MARK,
    /// A file cannot be opened.
    OPEN,
    /// A file cannot be read to its end, and its mark not be taken back.
    READ,
    /// Bytes cannot be written.
    WRITE,
    /// Bytes are written, but the answer is lost.
    ANSWER_TO_COMMIT
  }

  private final Fault fault;
  private final AtomicInteger left = new AtomicInteger(1);
  private final AtomicInteger unmarks = new AtomicInteger(1);

  FaultyStore(FileStore store, Fault fault) {
    super(store);
    this.fault = fault;
  }

  private void failIf(Fault at) {
    if (fault == at && left.getAndDecrement() > 0) {
      throw failure();
    }
  }

  private static StoreFaultException failure() {
    return new StoreFaultException("told to fail", new IOException("told to fail"));
  }

  @Override
  public boolean mark(String name, String by) {
    failIf(Fault.MARK);
    boolean marked = super.mark(name, by);
    failIf(Fault.ANSWER_TO_MARK);
    return marked;
  }

  @Override
  public void unmark(String name, String by) {
    if ((fault == Fault.ANSWER_TO_MARK || fault == Fault.READ) && unmarks.getAndDecrement() > 0) {
      throw failure();
    }
    super.unmark(name, by);
  }

  @Override
  public InputStream read(StoredFile file, long from, long length) {
    failIf(Fault.OPEN);
    return new FilterInputStream(super.read(file, from, length)) {
      private long read;

      @Override
      public int read(byte[] into, int offset, int count) throws IOException {
        if (fault == Fault.READ && read >= 500_000 && left.getAndDecrement() > 0) {
          throw new IOException("told to fail");
        }
        int got = super.read(into, offset, count);
        read += Math.max(0, got);
        return got;
      }
    };
  }

  @Override
  public Optional<Appender> append(String id) {
    return super.append(id).map(Faulty::new);
  }

  private final class Faulty implements Appender {
    private final Appender appender;

    Faulty(Appender appender) {
      this.appender = appender;
    }

    @Override
    public StoredFile file() {
      return appender.file();
    }

    @Override
    public void write(ByteBuffer bytes) {
      failIf(Fault.WRITE);
      appender.write(bytes);
    }

    @Override
    public StoredFile commit(long expiresAt) {
      StoredFile file = appender.commit(expiresAt);
      failIf(Fault.ANSWER_TO_COMMIT);
      return file;
    }

    @Override
    public void close() {
      appender.close();
    }
  }
}
