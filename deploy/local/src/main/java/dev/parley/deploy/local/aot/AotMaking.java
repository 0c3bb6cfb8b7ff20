package dev.parley.deploy.local.aot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Makes caches of what a run has recorded, one after the other and with the lowest priority: about
/// six seconds of CPU time each. For one thread.
public final class AotMaking {

  private static final long LIMIT_SECONDS = 300;

  private final Path folder;
  private final Path javaHome;

  /// Works in the folder of one build.
  ///
  /// @param root the repository, in which everything has been built
  public AotMaking(Path root) {
    this.folder = AotCaches.folder(root);
    this.javaHome = Path.of(System.getProperty("java.home"));
  }

  /// {@return whether a run has recorded something}
  ///
  /// @param run id of the process that has started the programs
  /// @throws IOException if the folder cannot be read
  public boolean hasRecordingsOf(long run) throws IOException {
    return recorded().stream().anyMatch(files -> files.run() == run && isWhole(files));
  }

  /// Makes the caches of a run, and deletes what killed runs have left.
  ///
  /// @param run id of the process that has started the programs, which have ended
  /// @throws IOException if the folder cannot be read or written
  /// @throws InterruptedException if this thread is interrupted
  public void make(long run) throws IOException, InterruptedException {
    for (AotFiles files : recorded()) {
      if (files.run() == run) {
        make(files);
        delete(files);
      } else if (ProcessHandle.of(files.run()).isEmpty()) {
        delete(files);
      }
    }
  }

  private void make(AotFiles files) throws IOException, InterruptedException {
    if (isWhole(files) && Files.notExists(files.cache()) && isCreated(files)) {
      deleteCachesOf(files.program());
      Files.move(files.unfinished(), files.cache(), StandardCopyOption.ATOMIC_MOVE);
    }
  }

  private boolean isCreated(AotFiles files) throws IOException, InterruptedException {
    String java = javaHome.resolve("bin").resolve("java").toString();
    Process process =
        new ProcessBuilder("nice", "-n", "19", java, "@" + files.arguments())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      return process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)
          && process.exitValue() == 0
          && Files.exists(files.unfinished());
    } finally {
      process.destroyForcibly();
    }
  }

  private List<AotFiles> recorded() throws IOException {
    return list().stream().flatMap(name -> AotFiles.of(folder, name).stream()).toList();
  }

  private List<String> list() throws IOException {
    if (Files.notExists(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(folder)) {
      return all.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private void deleteCachesOf(String program) throws IOException {
    for (String name : list()) {
      if (name.startsWith(program) && name.endsWith(".aot")) {
        Files.deleteIfExists(folder.resolve(name));
      }
    }
  }

  private static boolean isWhole(AotFiles files) {
    return files.recording().toFile().length() > 0;
  }

  private static void delete(AotFiles files) throws IOException {
    Files.deleteIfExists(files.recording());
    Files.deleteIfExists(files.unfinished());
    Files.deleteIfExists(files.arguments());
  }
}
