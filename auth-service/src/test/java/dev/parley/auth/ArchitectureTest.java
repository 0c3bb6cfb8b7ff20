package dev.parley.auth;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.inject.Inject;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private static final String[] LEAVES = {"..kafka..", "..postgres..", "..rest.."};

  private final JavaClasses scanned =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.parley.auth");

  @Test
  void sawTheWholeService() {
    assertThat(scanned).hasSizeGreaterThan(50);
  }

  @Test
  void keepsTechnologyInLeafPackages() {
    noClasses()
        .that()
        .resideOutsideOfPackages(LEAVES)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.vertx..",
            "io.netty..",
            "org.apache.kafka..",
            "jakarta.ws.rs..",
            "jakarta.persistence..",
            "io.quarkus.hibernate..",
            "java.sql..")
        .check(scanned);
  }

  @Test
  void keepsFeaturesFreeOfLeaves() {
    noClasses()
        .that()
        .resideOutsideOfPackages(LEAVES)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "dev.parley.auth.kafka..", "dev.parley.auth.postgres..", "dev.parley.auth.rest..")
        .check(scanned);
  }

  @Test
  void knowsNoOtherService() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("dev.parley.gateway..", "dev.parley.routing..", "dev.parley.presence..")
        .check(scanned);
  }

  @Test
  void hasNoCycleBetweenPackages() {
    slices().matching("dev.parley.auth.(*)..").should().beFreeOfCycles().check(scanned);
  }

  @Test
  void injectsByConstructorOnly() {
    noFields().should().beAnnotatedWith(Inject.class).check(scanned);
  }

  @Test
  void printsToNoStandardStream() {
    NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(scanned);
  }

  @Test
  void marksEveryPackageAsNullMarked() {
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
