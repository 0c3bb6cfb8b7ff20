package dev.parley.deploy.local.setting;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/// Finds the settings in the jars of the services.
public final class ServiceJars {

  private ServiceJars() {}

  /// {@return the settings of the classes in these jars; takes a tenth of a second}
  ///
  /// @param jars of the services' own classes
  public static KnownSettings settings(List<Path> jars) {
    var known = new KnownSettings();
    for (Path path : jars) {
      try (var jar = new JarFile(path.toFile())) {
        for (JarEntry entry : jar.stream().filter(ServiceJars::isClass).toList()) {
          try (InputStream in = jar.getInputStream(entry)) {
            MappedSettings.of(in.readAllBytes()).ifPresent(known::add);
          }
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return known;
  }

  private static boolean isClass(JarEntry entry) {
    return entry.getName().endsWith(".class");
  }
}
