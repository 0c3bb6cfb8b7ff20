package dev.parley.deploy.local.aot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Caches with which programs start in half the time: their classes loaded and linked (JEP 483 and
/// 514).
///
/// A program without a cache records what it does until its orderly end; [AotMaking] makes the
/// cache of that afterwards. Each takes about 100 MB. A cache that does not fit is passed over by
/// the JVM, with a warning. Safe for any thread and for several stacks of one build.
public final class AotCaches {

  private static final System.Logger LOG = System.getLogger(AotCaches.class.getName());

  private final Path folder;
  private final Path javaHome;
  private final long run;

  /// Works in a folder of one build.
  ///
  /// @param root the repository, in which everything has been built
  public AotCaches(Path root) {
    this(folder(root), Path.of(System.getProperty("java.home")), ProcessHandle.current().pid());
  }

  AotCaches(Path folder, Path javaHome, long run) {
    this.folder = folder;
    this.javaHome = javaHome;
    this.run = run;
  }

  static Path folder(Path root) {
    return root.resolve("target").resolve("aot");
  }

  /// {@return JVM options that let a program start from its cache; none if it has none}
  ///
  /// @param program what is started
  public List<String> use(Program program) {
    try {
      Path cache = files(program).cache();
      return Files.exists(cache) ? List.of("-XX:AOTCache=" + cache) : List.of();
    } catch (IOException e) {
      return without(program, e);
    }
  }

  /// {@return the options of [#use], or those that record what the cache is made of}
  ///
  /// @param program what is started; one process of it at a time
  public List<String> useOrRecord(Program program) {
    List<String> use = use(program);
    return use.isEmpty() ? record(program) : use;
  }

  /// {@return whether a program with these options takes long to end, since it writes down what it
  /// has recorded}
  ///
  /// @param options its JVM options
  public static boolean records(List<String> options) {
    return options.contains(AotFiles.RECORD);
  }

  /// {@return whether a program records that a process has started, so that its end takes long}
  ///
  /// @param starter process of the same user
  public static boolean isRecordingUnder(ProcessHandle starter) {
    return starter
        .children()
        .flatMap(child -> child.info().arguments().stream().flatMap(Stream::of))
        .anyMatch(AotFiles.RECORD::equals);
  }

  private List<String> record(Program program) {
    try {
      AotFiles files = files(program);
      Files.createDirectories(folder);
      Files.write(files.arguments(), arguments(program, files));
      return List.of(
          AotFiles.RECORD, "-XX:AOTConfiguration=" + files.recording(), "-Xlog:aot*=off");
    } catch (IOException e) {
      return without(program, e);
    }
  }

  private static List<String> arguments(Program program, AotFiles files) {
    var arguments = new ArrayList<String>();
    program.jvmOptions().stream().filter(AotCaches::isNoSize).forEach(arguments::add);
    arguments.add("-Xmx768m");
    arguments.add("-Xlog:aot*=off");
    arguments.add("-XX:AOTMode=create");
    arguments.add("-XX:AOTConfiguration=" + files.recording());
    arguments.add("-XX:AOTCache=" + files.unfinished());
    arguments.add("-cp");
    arguments.add(program.folder().resolve(program.jar()).toString());
    return arguments.stream().map(AotCaches::quoted).toList();
  }

  /// A cache is good for every size of the heap, but takes room of its own to be made.
  private static boolean isNoSize(String option) {
    return Stream.of("-Xms", "-Xmx", "-Xmn").noneMatch(option::startsWith);
  }

  /// As the `java` command reads argument files.
  private static String quoted(String argument) {
    return '"' + argument.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  private AotFiles files(Program program) throws IOException {
    return new AotFiles(folder, program.name() + "-" + program.fingerprint(javaHome), run);
  }

  private static List<String> without(Program program, IOException e) {
    LOG.log(System.Logger.Level.DEBUG, () -> program.name() + " starts without a cache: " + e);
    return List.of();
  }
}
