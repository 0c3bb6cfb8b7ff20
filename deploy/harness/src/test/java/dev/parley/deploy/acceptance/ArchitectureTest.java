package dev.parley.deploy.acceptance;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

import dev.parley.deploy.rules.ModuleRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest extends ModuleRules {
  private static final String ROOT = "dev.parley.deploy.acceptance";

  ArchitectureTest() {
    super(ROOT, 30);
  }

  @Test
  void knowsParleyOnlyThroughItsDoors() {
    noClasses()
        .should()
        .dependOnClassesThat(
            resideInAPackage("dev.parley..").and(not(resideInAPackage(ROOT + ".."))))
        .check(scanned());
  }

  @Test
  void keepsTheHistoryFreeOfTheWayMessagesTravel() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + ".history..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(ROOT + ".line..", "java.net..")
        .check(scanned());
  }

  @Test
  void leavesTheStandardStreamsAlone() {
    NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(scanned());
  }
}
