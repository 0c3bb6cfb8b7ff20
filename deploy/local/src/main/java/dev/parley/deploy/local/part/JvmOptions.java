package dev.parley.deploy.local.part;

import java.util.List;
import java.util.stream.Stream;

/// JVM options for many JVMs on one laptop: small when idle, quick to start, fast under load.
final class JvmOptions {

  /// Heap that is given back when it is not needed.
  private static final List<String> SMALL =
      List.of(
          "-XX:+UseSerialGC",
          "-Xms24m",
          "-XX:MinHeapFreeRatio=20",
          "-XX:MaxHeapFreeRatio=40",
          "-XX:+ExitOnOutOfMemoryError");

  /// The second compiler takes half of the CPU time of a start for code that runs once. Four times
  /// the usual thresholds leave it what carries load: auth-service starts with 4.0 instead of 5.1
  /// seconds of CPU time.
  private static final List<String> LATE_SECOND_COMPILER =
      List.of(
          "-XX:Tier4InvocationThreshold=20000",
          "-XX:Tier4MinInvocationThreshold=5000",
          "-XX:Tier4CompileThreshold=40000",
          "-XX:Tier4BackEdgeThreshold=200000");

  /// The serial collector sizes its young generation by the heap it starts with: 8 MB here, and a
  /// collection for every 300 messages. This one costs nothing until it is filled.
  private static final List<String> ROOM_FOR_MESSAGES = List.of("-Xmn40m");

  private JvmOptions() {}

  /// {@return options of a JVM that carries load}
  ///
  /// @param heap most heap, such as `256m`
  static List<String> fast(String heap) {
    return Stream.of(SMALL, List.of("-Xmx" + heap), LATE_SECOND_COMPILER)
        .flatMap(List::stream)
        .toList();
  }

  /// {@return options of a JVM through which every message goes}
  ///
  /// @param heap most heap, such as `256m`
  static List<String> hot(String heap) {
    return Stream.concat(fast(heap).stream(), ROOM_FOR_MESSAGES.stream()).toList();
  }

  /// {@return heap of auth-service, which computes as many password hashes at once as there are
  /// cores}
  static String heapForHashes() {
    // An Argon2id hash takes 19 MiB (m=19456 KiB); the service itself lives in less than 96 MiB.
    return 96 + 24 * Runtime.getRuntime().availableProcessors() + "m";
  }
}
