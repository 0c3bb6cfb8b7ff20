package dev.parley.deploy.bench.spine;

import java.nio.file.Path;
import java.util.List;

/// How a spine is run.
///
/// @param folder where it makes the folder of its data
/// @param brokerLib folder with the broker's jars
/// @param doorLoops event loops of the door
/// @param brokerJvm options of the broker's JVM
/// @param routerJvm options of the router's JVM
/// @param doorJvm options of the door's JVM
public record SpineSettings(
    Path folder,
    Path brokerLib,
    int doorLoops,
    List<String> brokerJvm,
    List<String> routerJvm,
    List<String> doorJvm) {

  /// Copies the lists.
  public SpineSettings {
    brokerJvm = List.copyOf(brokerJvm);
    routerJvm = List.copyOf(routerJvm);
    doorJvm = List.copyOf(doorJvm);
  }

  /// {@return settings that were measured to be good on two cores}
  ///
  /// @param root Parley's root folder
  /// @param folder where it makes the folder of its data
  public static SpineSettings of(Path root, Path folder) {
    return new SpineSettings(
        folder,
        root.resolve(Path.of("deploy", "broker", "target", "broker", "lib")),
        1,
        List.of("-XX:+UseParallelGC", "-Xmx512m"),
        List.of("-XX:+UseParallelGC", "-Xmx512m"),
        List.of("-XX:+UseParallelGC", "-Xmx512m"));
  }
}
