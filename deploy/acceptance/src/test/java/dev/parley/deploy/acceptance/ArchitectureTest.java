package dev.parley.deploy.acceptance;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  private static final String ROOT = "dev.parley.deploy.acceptance";
  private static final int FEWEST_CLASSES = 30;

  private final JavaClasses classes = new ClassFileImporter().importPackages(ROOT);

  @Test
  void seesTheModule() {
    assertThat(classes).hasSizeGreaterThan(FEWEST_CLASSES);
  }

  @Test
  void knowsParleyOnlyThroughItsDoors() {
    noClasses()
        .should()
        .dependOnClassesThat(
            are(resideInAPackage("dev.parley.."))
                .and(JavaClass.Predicates.resideOutsideOfPackage(ROOT + "..")))
        .check(classes);
  }

  @Test
  void keepsTheHistoryFreeOfTheWayMessagesTravel() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + ".history..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(ROOT + ".line..", "java.net..")
        .check(classes);
  }

  @Test
  void hasNoCyclesBetweenFeatures() {
    slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(classes);
  }

  @Test
  void leavesTheStandardStreamsAlone() {
    NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(classes);
  }

  @Test
  void marksEveryPackageForNullness() {
    assertThat(packages())
        .allMatch(found -> found.isAnnotatedWith(NullMarked.class), "is @NullMarked");
  }

  private Stream<JavaPackage> packages() {
    return classes.stream().map(JavaClass::getPackage).distinct();
  }
}
