package dev.parley.deploy.acceptance.stack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;

/// Finds an offset for the ports of a stack at which nobody listens yet.
///
/// Two modules of a build may look at the same moment, and a stack takes seconds until it listens:
/// whoever gets an offset keeps it, by a socket that is open until its JVM ends.
final class PortOffsets {

  /// With an offset of its own added, nobody's but the one's who has it.
  private static final int CLAIM = 5_500;

  /// Distance at which two stacks keep clear of each other.
  private static final int STEP = 100;

  private static final int[] FIRST_PORTS = {
    5_555, 5_556, 8_080, 8_081, 8_082, 8_083, 19_092, 15_432
  };
  private static final int ATTEMPTS = 50;

  private static final Queue<ServerSocket> CLAIMS = new ConcurrentLinkedQueue<>();

  private PortOffsets() {}

  static int free() {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      // Below 32768, where Linux begins to give ports to outgoing connections.
      int offset = STEP * ThreadLocalRandom.current().nextInt(10, 130);
      if (isClaimed(offset) && isFree(offset)) {
        return offset;
      }
    }
    throw new StackException("no free ports for a stack");
  }

  private static boolean isClaimed(int offset) {
    try {
      return CLAIMS.add(listen(CLAIM + offset));
    } catch (IOException _) {
      return false;
    }
  }

  private static boolean isFree(int offset) {
    for (int port : FIRST_PORTS) {
      try (var _ = listen(port + offset)) {
        // It can be had.
      } catch (IOException _) {
        return false;
      }
    }
    return true;
  }

  private static ServerSocket listen(int port) throws IOException {
    return new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
  }
}
