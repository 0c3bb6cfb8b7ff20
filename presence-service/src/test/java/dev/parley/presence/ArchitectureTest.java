package dev.parley.presence;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.inject.Inject;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  private static final String ROOT = "dev.parley.presence";
  private static final String[] LEAVES = {ROOT + ".kafka..", ROOT + ".postgres.."};

  private final JavaClasses scanned =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(ROOT);

  @Test
  void seesTheWholeService() {
    assertThat(scanned).hasSizeGreaterThan(60);
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
            "io.vertx..",
            "io.netty..",
            "jakarta.ws.rs..",
            "jakarta.persistence..",
            "io.quarkus.hibernate..",
            "java.sql..",
            "javax.sql..")
        .check(scanned);
  }

  @Test
  void keepsFeaturesFreeOfLeaves() {
    noClasses()
        .that()
        .resideOutsideOfPackages(LEAVES)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(LEAVES)
        .check(scanned);
  }

  @Test
  void keepsLeavesApart() {
    noClasses()
        .that()
        .resideInAPackage(LEAVES[0])
        .should()
        .dependOnClassesThat()
        .resideInAPackage(LEAVES[1])
        .check(scanned);
    noClasses()
        .that()
        .resideInAPackage(LEAVES[1])
        .should()
        .dependOnClassesThat()
        .resideInAPackage(LEAVES[0])
        .check(scanned);
  }

  @Test
  void knowsNoOtherService() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("dev.parley.gateway..", "dev.parley.auth..", "dev.parley.routing..")
        .check(scanned);
  }

  @Test
  void hasNoCyclesBetweenPackages() {
    slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(scanned);
  }

  @Test
  void injectsThroughConstructorsOnly() {
    noFields().should().beAnnotatedWith(Inject.class).check(scanned);
  }

  @Test
  void writesToNoStandardStream() {
    NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(scanned);
  }

  @Test
  void marksEveryPackageForNullness() {
    assertThat(scanned.stream().map(JavaClass::getPackage).distinct())
        .filteredOn(aPackage -> !aPackage.isAnnotatedWith(NullMarked.class))
        .extracting(JavaPackage::getName)
        .isEmpty();
  }
}
