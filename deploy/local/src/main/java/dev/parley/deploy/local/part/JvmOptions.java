package dev.parley.deploy.local.part;

import java.util.List;
import java.util.stream.Stream;

/// JVM options for many JVMs on one laptop: small when idle, quick to start, fast under load.
///
/// A container's are in `deploy/docker/Dockerfile`: it shares its memory and cores with nobody.
final class JvmOptions {

  /// Memory that is given back when it is not needed.
  private static final List<String> SMALL =
      List.of(
          "-XX:+UseSerialGC",
          "-XX:MinHeapFreeRatio=20",
          "-XX:MaxHeapFreeRatio=40",
          // The compilers need room that malloc keeps: 20 MB for each JVM.
          "-XX:TrimNativeHeapInterval=5000",
          "-XX:+ExitOnOutOfMemoryError");

  /// The second compiler takes half of the CPU time of a start for code that runs once. Ten times
  /// the usual thresholds leave it what carries load: what each message passes gets there within
  /// seconds, what each batch passes within minutes. A start takes an eighth less CPU time than
  /// with four times; a difference under load was not to be measured.
  private static final List<String> LATE_SECOND_COMPILER =
      List.of(
          "-XX:Tier4InvocationThreshold=50000",
          "-XX:Tier4MinInvocationThreshold=20000",
          "-XX:Tier4CompileThreshold=100000",
          "-XX:Tier4BackEdgeThreshold=400000");

  /// A cache could hold what its first run learned of methods, too (JEP 515). That run carries no
  /// load, and with it the second compiler is busy from the first moment: a tenth more CPU time.
  private static final List<String> NO_PROFILES_IN_CACHES =
      List.of("-XX:+UnlockDiagnosticVMOptions", "-XX:-AOTRecordTraining", "-XX:-AOTReplayTraining");

  /// The serial collector sizes its young generation by the heap it starts with: 8 MB here, and a
  /// collection for every 300 messages. This one costs nothing until it is filled.
  private static final List<String> ROOM_FOR_MESSAGES = List.of("-Xms64m", "-Xmn40m");

  private static final List<String> LITTLE_ROOM = List.of("-Xms24m");

  private JvmOptions() {}

  /// {@return options of a JVM that carries load}
  ///
  /// @param heap most heap, such as `256m`
  static List<String> fast(String heap) {
    return options(heap, LITTLE_ROOM);
  }

  /// {@return options of a JVM through which every message goes}
  ///
  /// @param heap most heap, such as `256m`
  static List<String> hot(String heap) {
    return options(heap, ROOM_FOR_MESSAGES);
  }

  private static List<String> options(String heap, List<String> room) {
    return Stream.of(
            SMALL, List.of("-Xmx" + heap), LATE_SECOND_COMPILER, NO_PROFILES_IN_CACHES, room)
        .flatMap(List::stream)
        .toList();
  }

  /// {@return heap of auth-service, which computes as many password hashes at once as there are
  /// cores}
  static String heapForHashes() {
    // An Argon2id hash takes 19 MiB (m=19456 KiB); the service itself lives in less than 96 MiB.
    return 96 + 24 * Runtime.getRuntime().availableProcessors() + "m";
  }
}
