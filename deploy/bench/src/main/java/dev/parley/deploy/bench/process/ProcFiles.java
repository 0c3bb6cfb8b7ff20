package dev.parley.deploy.bench.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Reads `/proc`, see proc(5).
final class ProcFiles {

  // sysconf(_SC_CLK_TCK) is 100 on every Linux that Java runs on.
  private static final double TICKS_PER_SECOND = 100;

  private final Path proc;

  ProcFiles(Path proc) {
    this.proc = proc;
  }

  /// Resident memory in KiB.
  ///
  /// @param own memory of this process alone
  /// @param shared files and shared memory, which its relatives may count too
  record Memory(long own, long shared) {}

  /// {@return user and system time of a process and of its children that have ended, in seconds;
  /// absent if there is no such process}
  Optional<Double> cpuSeconds(long pid) {
    return read(pid, "stat")
        .map(lines -> {
          String line = lines.getFirst();
          // The second field is the name in brackets, which may hold anything.
          String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ");
          return Arrays.stream(fields, 11, 15).mapToLong(Long::parseLong).sum() / TICKS_PER_SECOND;
        });
  }

  /// {@return resident memory of a process, absent if there is no such process}
  Optional<Memory> memory(long pid) {
    return read(pid, "status")
        .map(lines ->
            new Memory(
                number(lines, "RssAnon:"), number(lines, "RssFile:") + number(lines, "RssShmem:")));
  }

  /// {@return resident memory of a process at its highest in KiB, since its start or
  /// [#forgetHighest]; 0 if there is no such process}
  long highest(long pid) {
    return read(pid, "status").map(lines -> number(lines, "VmHWM:")).orElse(0L);
  }

  /// Lets the highest resident memory of a process of the same user be that of now.
  void forgetHighest(long pid) {
    try {
      Files.writeString(proc.resolve(Long.toString(pid)).resolve("clear_refs"), "5");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// {@return threads that the operating system knows of a process, 0 if there is no such process}
  int threads(long pid) {
    return read(pid, "status").map(lines -> (int) number(lines, "Threads:")).orElse(0);
  }

  private Optional<List<String>> read(long pid, String file) {
    try {
      return Optional.of(Files.readAllLines(proc.resolve(Long.toString(pid)).resolve(file)));
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  private static long number(List<String> lines, String name) {
    return lines.stream()
        .filter(line -> line.startsWith(name))
        .map(line -> line.substring(name.length()).replace("kB", "").strip())
        .mapToLong(Long::parseLong)
        .findFirst()
        .orElse(0);
  }
}
