package dev.parley.deploy.rules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/// What holds for every module. Inherited by its `ArchitectureTest`.
public abstract class ModuleRules {
  private final String root;
  private final int fewestClasses;
  private final JavaClasses scanned;

  /// Reads the module's classes.
  ///
  /// @param root package that all of the module lies in
  /// @param fewestClasses fewer than this mean that the scan has missed some
  protected ModuleRules(String root, int fewestClasses) {
    this(root, fewestClasses, Scans.of(root));
  }

  ModuleRules(String root, int fewestClasses, JavaClasses scanned) {
    this.root = root;
    this.fewestClasses = fewestClasses;
    this.scanned = scanned;
  }

  /// {@return the module's classes, without tests}
  protected final JavaClasses scanned() {
    return scanned;
  }

  /// {@return package that all of the module lies in}
  protected final String root() {
    return root;
  }

  /// {@return the classes whose packages must be free of cycles}
  protected JavaClasses features() {
    return scanned;
  }

  @Test
  final void sawTheWholeModule() {
    assertTrue(
        scanned.size() >= fewestClasses,
        () -> "only %d classes below %s".formatted(scanned.size(), root));
  }

  @Test
  final void keepsFeaturesFreeOfCycles() {
    slices()
        .matching(root + ".(*)..")
        .should()
        .beFreeOfCycles()
        .allowEmptyShould(true)
        .check(features());
  }

  @Test
  final void injectsThroughConstructorsOnly() {
    noFields()
        .should()
        .beAnnotatedWith("jakarta.inject.Inject")
        .allowEmptyShould(true)
        .check(scanned);
  }

  @Test
  final void saysOfEveryPackageWhatMayBeNull() {
    classes().should(beInANullMarkedPackage()).check(scanned);
  }

  private static ArchCondition<JavaClass> beInANullMarkedPackage() {
    return new ArchCondition<>("be in a @NullMarked package") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class);
        events.add(new SimpleConditionEvent(type, marked, type.getPackageName()));
      }
    };
  }
}
