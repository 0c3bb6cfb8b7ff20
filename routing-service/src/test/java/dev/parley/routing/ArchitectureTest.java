package dev.parley.routing;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.inject.Inject;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private static final String[] LEAVES = {"..kafka..", "..postgres.."};

  /// Start, stop and health name the parts of the service, leaves too.
  private static final String WIRING = "dev.parley.routing.service";

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.parley.routing");

  @Test
  void sawTheService() {
    assertThat(CLASSES).hasSizeGreaterThan(100);
  }

  @Test
  void keepsTechnologyInLeafPackages() {
    noClasses()
        .that()
        .resideOutsideOfPackages(LEAVES)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.apache.kafka..",
            "java.sql..",
            "javax.sql..",
            "jakarta.persistence..",
            "org.hibernate..",
            "org.postgresql..",
            "io.quarkus.hibernate..",
            "io.vertx..",
            "io.netty..",
            "jakarta.ws.rs..")
        .check(CLASSES);
  }

  @Test
  void keepsFeaturesFromUsingLeaves() {
    noClasses()
        .that(not(resideInAnyPackage(LEAVES)).and(not(resideInAPackage(WIRING))))
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(LEAVES).and(resideInAPackage("dev.parley.routing..")))
        .check(CLASSES);
  }

  @Test
  void keepsLeavesFromUsingEachOther() {
    slices()
        .matching("dev.parley.routing.(**).(kafka|postgres)")
        .namingSlices("$1.$2")
        .should()
        .notDependOnEachOther()
        .check(CLASSES);
  }

  @Test
  void knowsOfOtherServicesTheirRecordsOnly() {
    classes()
        .should()
        .onlyDependOnClassesThat(
            not(resideInAPackage("dev.parley.."))
                .or(resideInAnyPackage("dev.parley.routing..", "dev.parley.contracts..")))
        .check(CLASSES);
  }

  @Test
  void keepsFeaturesFreeOfCycles() {
    slices().matching("dev.parley.routing.(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void injectsThroughConstructorsOnly() {
    noFields().should().beAnnotatedWith(Inject.class).check(CLASSES);
  }

  @Test
  void writesToTheLogOnly() {
    NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(CLASSES);
  }

  @Test
  void saysOfEveryPackageWhatMayBeNull() {
    assertThat(CLASSES).allMatch(type -> type.getPackage().isAnnotatedWith(NullMarked.class));
  }
}
