package dev.parley.deploy.rules;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The classes of each module, read once for all of its tests: reading takes longer than checking.
final class Scans {
  private static final Map<String, JavaClasses> SCANS = new ConcurrentHashMap<>();

  private Scans() {}

  /// {@return the classes below a package, without tests}
  static JavaClasses of(String root) {
    return SCANS.computeIfAbsent(
        root,
        each ->
            new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(each));
  }
}
