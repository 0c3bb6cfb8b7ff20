package dev.parley.deploy.acceptance.stack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/// Finds an offset for the ports of a stack at which nobody listens yet.
final class PortOffsets {

  /// Distance at which two stacks keep clear of each other.
  private static final int STEP = 100;

  private static final int[] FIRST_PORTS = {
    5_555, 5_556, 8_080, 8_081, 8_082, 8_083, 19_092, 15_432
  };
  private static final int ATTEMPTS = 50;

  private PortOffsets() {}

  static int free() {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      // Below 32768, where Linux begins to give ports to outgoing connections.
      int offset = STEP * ThreadLocalRandom.current().nextInt(10, 130);
      if (isFree(offset)) {
        return offset;
      }
    }
    throw new StackException("no free ports for a stack");
  }

  private static boolean isFree(int offset) {
    for (int port : FIRST_PORTS) {
      try (var _ = new ServerSocket(port + offset, 1, InetAddress.getLoopbackAddress())) {
        // It can be had.
      } catch (IOException _) {
        return false;
      }
    }
    return true;
  }
}
