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

  private static final List<String> FIRST_COMPILER_ONLY = List.of("-XX:TieredStopAtLevel=1");

  private JvmOptions() {}

  /// {@return options of a JVM that carries load}
  ///
  /// @param heap most heap, such as `256m`
  static List<String> fast(String heap) {
    return join(heap, LATE_SECOND_COMPILER);
  }

  /// {@return options of a JVM that does little}
  ///
  /// @param heap most heap, such as `256m`
  static List<String> light(String heap) {
    return join(heap, FIRST_COMPILER_ONLY);
  }

  /// {@return heap of auth-service, which computes as many password hashes at once as there are
  /// cores}
  static String heapForHashes() {
    // An Argon2id hash takes 19 MiB (m=19456 KiB); the service itself lives in less than 96 MiB.
    return 96 + 24 * Runtime.getRuntime().availableProcessors() + "m";
  }

  private static List<String> join(String heap, List<String> compiler) {
    return Stream.of(SMALL, List.of("-Xmx" + heap), compiler).flatMap(List::stream).toList();
  }
}
