package dev.parley.deploy.local.aot;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/// A Java program as it was built. Copies of it that keep the times of its jars share its cache.
///
/// @param name part of file names
/// @param jvmOptions options of its JVM, such as the kind of garbage collector
/// @param folder holds all jars of its class path
/// @param jar name of the jar whose manifest names the others, relative to the folder
public record Program(String name, List<String> jvmOptions, Path folder, String jar) {

  /// Copies the options.
  public Program {
    jvmOptions = List.copyOf(jvmOptions);
  }

  /// {@return what a cache of this program must have been made from, for names of files: the JDK,
  /// the options, and the sizes and times of all jars}
  ///
  /// @param javaHome the JDK
  String fingerprint(Path javaHome) throws IOException {
    var crc = new CRC32();
    add(crc, javaHome.toString());
    add(crc, Files.readString(javaHome.resolve("release")));
    add(crc, String.join(" ", jvmOptions));
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
        add(crc, folder.relativize(file) + " " + Files.size(file));
        add(crc, Long.toString(Files.getLastModifiedTime(file).toMillis()));
      }
    }
    return Long.toHexString(crc.getValue());
  }

  private static void add(CRC32 crc, String text) {
    crc.update((text + "\n").getBytes(StandardCharsets.UTF_8));
  }
}
