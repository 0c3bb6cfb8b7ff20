package dev.parley.deploy.bench.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Asks a JVM of the same user, by `jcmd`, how much of its heap is in use after a collection.
public final class HeapProbe {

  private static final int LIMIT_SECONDS = 60;
  // `DefNew total 9216K, used 1234K [...`, `garbage-first heap total ..., used 1234K [...`
  private static final Pattern USED = Pattern.compile("used (\\d+)K");
  private static final long KIB = 1024;

  private final Path jcmd;

  /// Uses the `jcmd` beside the running `java`.
  public HeapProbe() {
    this(Path.of(System.getProperty("java.home"), "bin", "jcmd"));
  }

  HeapProbe(Path jcmd) {
    this.jcmd = jcmd;
  }

  /// Collects garbage in a JVM and measures what is left.
  ///
  /// @param pid its process id
  /// @return bytes in use
  /// @throws HeapUnknownException if the JVM does not answer
  public long usedAfterCollection(long pid) {
    // The second collection takes what the first one's finalization and references set free.
    ask(pid, "GC.run");
    ask(pid, "GC.run");
    return parse(ask(pid, "GC.heap_info"));
  }

  /// {@return bytes in use, of all generations; class metadata is not heap}
  static long parse(String heapInfo) {
    return heapInfo
        .lines()
        .map(String::strip)
        .filter(line -> !line.startsWith("Metaspace") && !line.startsWith("class space"))
        .map(USED::matcher)
        .filter(Matcher::find)
        .mapToLong(used -> Long.parseLong(used.group(1)) * KIB)
        .sum();
  }

  private String ask(long pid, String command) {
    try {
      Process asked =
          new ProcessBuilder(jcmd.toString(), Long.toString(pid), command)
              .redirectErrorStream(true)
              .start();
      String answer = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (!asked.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS) || asked.exitValue() != 0) {
        asked.destroyForcibly();
        throw new HeapUnknownException(pid, answer.strip());
      }
      return answer;
    } catch (IOException e) {
      throw new HeapUnknownException(pid, String.valueOf(e.getMessage()));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new HeapUnknownException(pid, "interrupted");
    }
  }
}
