package dev.parley.deploy.local.status;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/// Asks the operating system how much memory a process holds.
final class ResidentMemory {

  private static final long KIB = 1024;

  private ResidentMemory() {}

  /// {@return bytes resident in memory; 0 if they cannot be found out}
  ///
  /// @param pid process id
  static long of(long pid) {
    Path status = Path.of("/proc", Long.toString(pid), "status");
    return Files.exists(status) ? field(status, "VmRSS:") : fromPs(pid);
  }

  /// {@return bytes of a process and its children, with the pages that they share counted once}
  ///
  /// @param process the parent
  static long ofTree(ProcessHandle process) {
    return Stream.concat(Stream.of(process), process.descendants())
        .mapToLong(ProcessHandle::pid)
        .flatMap(pid -> LongStream.of(proportional(pid)))
        .sum();
  }

  private static long proportional(long pid) {
    Path rollup = Path.of("/proc", Long.toString(pid), "smaps_rollup");
    return Files.isReadable(rollup) ? field(rollup, "Pss:") : of(pid);
  }

  private static long field(Path file, String name) {
    try (Stream<String> lines = Files.lines(file)) {
      return lines
          .filter(line -> line.startsWith(name))
          .mapToLong(line -> kibibytes(line.substring(name.length())))
          .findFirst()
          .orElse(0);
    } catch (IOException | java.io.UncheckedIOException _) {
      // Ended meanwhile, or a process that this user may not look at.
      return 0;
    }
  }

  private static long fromPs(long pid) {
    try {
      Process ps = new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(pid)).start();
      String text = new String(ps.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return kibibytes(text);
    } catch (IOException _) {
      return 0;
    }
  }

  private static long kibibytes(String text) {
    String digits = text.replaceAll("\\D", "");
    return digits.isEmpty() ? 0 : Long.parseLong(digits) * KIB;
  }
}
