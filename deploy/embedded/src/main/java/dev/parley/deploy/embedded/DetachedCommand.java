package dev.parley.deploy.embedded;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Commands that get a session of their own, so that Ctrl+C in a terminal reaches only the process
/// that started them, which then stops them in good order.
public final class DetachedCommand {

  /// Becomes the command, after leaving a watcher that ends it when standard input does.
  private static final String LEASH =
      """
      exec 3<&0
      self=$$
      { while read -r _ <&3; do :; done; kill -TERM $self; } >/dev/null 2>&1 &
      exec "$@" 3<&- </dev/null
      """;

  private static final List<String> PREFIX = prefix();

  private DetachedCommand() {}

  /// Puts the operating system's way of starting a session before a command; the process id stays
  /// that of the command, since each way ends in `exec`.
  ///
  /// @param command program and arguments
  /// @return a builder for it
  public static ProcessBuilder of(List<String> command) {
    var line = new ArrayList<String>(PREFIX);
    line.addAll(command);
    var builder = new ProcessBuilder(line);
    // glibc keeps a memory pool for each thread otherwise, which many small JVMs pay for.
    builder.environment().putIfAbsent("MALLOC_ARENA_MAX", "2");
    return builder;
  }

  /// Like [#of], for a command that does not watch its standard input by itself: it gets a SIGTERM
  /// when this JVM ends, however it ends.
  ///
  /// @param command program and arguments
  /// @return a builder for it
  public static ProcessBuilder leashed(List<String> command) {
    var line = new ArrayList<>(List.of("sh", "-c", LEASH, "sh"));
    line.addAll(command);
    return of(line);
  }

  private static List<String> prefix() {
    if (isOnPath("setsid")) {
      return List.of("setsid");
    }
    // macOS has no setsid command, but a perl.
    return isOnPath("perl")
        ? List.of("perl", "-MPOSIX", "-e", "POSIX::setsid(); exec @ARGV")
        : List.of();
  }

  private static boolean isOnPath(String program) {
    for (String folder : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1)) {
      if (!folder.isEmpty() && Files.isExecutable(Path.of(folder, program))) {
        return true;
      }
    }
    return false;
  }
}
