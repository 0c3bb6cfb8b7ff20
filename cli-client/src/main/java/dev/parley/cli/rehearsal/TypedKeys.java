package dev.parley.cli.rehearsal;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/// Keys as a terminal hands them on: read by one thread, typed by any other. Holds what was typed
/// and not read yet: the few lines of a rehearsal. A read waits until something is typed, or its
/// thread is interrupted.
public final class TypedKeys extends InputStream {

  private static final int END = -1;
  private static final int BYTE = 0xff;

  private final BlockingQueue<Integer> keys = new LinkedBlockingQueue<>();

  /// Nothing is typed yet.
  public TypedKeys() {}

  /// Types.
  ///
  /// @param text what the keys give
  public void type(String text) {
    for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
      keys.add(each & BYTE);
    }
  }

  @Override
  public int read() {
    try {
      return keys.take();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return END;
    }
  }

  @Override
  public int read(byte[] bytes, int offset, int length) {
    if (length == 0) {
      return 0;
    }
    int next = read();
    if (next == END) {
      return END;
    }
    bytes[offset] = (byte) next;
    return 1;
  }

  @Override
  public int available() {
    return keys.size();
  }
}
