package dev.parley.contracts.consumer;

import java.util.concurrent.Executors;

/// How a service closes its loops when it stops.
///
/// Each may have to wait for a broker that says nothing, and whoever stops a container waits for
/// all of them together: so they wait beside each other.
public final class Closing {
  private static final System.Logger LOG = System.getLogger(Closing.class.getName());

  private Closing() {}

  /// Closes all at once, each on a virtual thread of its own; returns when the last one is closed.
  /// What fails is logged, and keeps none of the others from closing.
  ///
  /// @param loops what to close; each has a limit of its own
  public static void atOnce(AutoCloseable... loops) {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (AutoCloseable loop : loops) {
        threads.execute(() -> close(loop));
      }
    }
  }

  private static void close(AutoCloseable loop) {
    try {
      loop.close();
    } catch (Exception e) {
      // The outermost level of this thread.
      LOG.log(System.Logger.Level.ERROR, "loop not closed in order", e);
    }
  }
}
