package dev.parley.deploy.bench;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

final class ArchitectureTest {

  private static final String ROOT = "dev.parley.deploy.bench";
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(ROOT);

  @Test
  void seesTheWholeModule() {
    assertThat(CLASSES).hasSizeGreaterThan(60);
  }

  @Test
  void knowsParleyThroughItsDoorsAndItsLauncherOnly() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "dev.parley.contracts..",
            "dev.parley.gateway..",
            "dev.parley.auth..",
            "dev.parley.routing..",
            "dev.parley.presence..",
            "dev.parley.deploy.local..")
        .check(CLASSES);
  }

  @Test
  void keepsTheTechnologyOfTheSpineInTheSpine() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + ".spine..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.vertx..", "io.netty..", "org.apache.kafka..", "java.sql..")
        .check(CLASSES);
  }

  @Test
  void keepsTheCommandLineOutOfTheLoads() {
    noClasses()
        .that()
        .resideOutsideOfPackages(ROOT, ROOT + ".command..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("picocli..", ROOT + ".command..")
        .check(CLASSES);
  }

  @Test
  void letsTheSpineKnowNothingOfTheLoadsItCarries() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + ".spine..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(ROOT + ".scenario..", ROOT + ".session..", ROOT + ".check..")
        .check(CLASSES);
  }

  @Test
  void hasNoCyclesBetweenFeatures() {
    slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void writesToTheStreamsItIsGiven() {
    // A leash is the agreement of parent and child on the standard streams.
    NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(CLASSES.that(not(simpleName("Leash"))));
  }

  @Test
  void marksEveryPackageForNullness() {
    assertThat(CLASSES.stream().map(JavaClass::getPackage).distinct())
        .extracting(JavaPackage::getName, found -> found.isAnnotatedWith(NullMarked.class))
        .allSatisfy(each -> assertThat(each.toList().get(1)).as("%s", each).isEqualTo(true));
  }
}
