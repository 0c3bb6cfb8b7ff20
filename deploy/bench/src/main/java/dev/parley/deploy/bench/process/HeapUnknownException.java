package dev.parley.deploy.bench.process;

/// A JVM did not tell how large its heap is.
public final class HeapUnknownException extends RuntimeException {
  private static final long serialVersionUID = 1;

  HeapUnknownException(long pid, String answer) {
    super("process %d does not tell its heap: %s".formatted(pid, answer));
  }
}
