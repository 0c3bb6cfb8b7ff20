package dev.parley.contracts;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private static final String[] RECORDS = {
    "dev.parley.contracts",
    "dev.parley.contracts.auth",
    "dev.parley.contracts.presence",
    "dev.parley.contracts.conversation",
    "dev.parley.contracts.query",
    "dev.parley.contracts.delivery",
    "dev.parley.contracts.audit"
  };

  private final JavaClasses scanned =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.parley.contracts");

  @Test
  void sawTheWholeModule() {
    assertThat(scanned).hasSizeGreaterThan(80);
  }

  @Test
  void knowsNoFrameworkAndNoService() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java..",
            "org.jspecify.annotations..",
            "com.fasterxml.jackson..",
            "org.apache.kafka..",
            "dev.parley.contracts..")
        .check(scanned);
  }

  @Test
  void keepsKafkaAndJacksonOutOfTheRecords() {
    noClasses()
        .that()
        .resideInAnyPackage(RECORDS)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.kafka..", "com.fasterxml.jackson..")
        .check(scanned);
  }

  @Test
  void keepsTheRecordsFreeOfHowTheyTravel() {
    noClasses()
        .that()
        .resideInAnyPackage(RECORDS)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("..codec..", "..consumer..", "..topic..")
        .check(scanned);
  }

  @Test
  void usesJacksonWhereBytesAreMadeAndNowhereElse() {
    noClasses()
        .that()
        .resideOutsideOfPackage("..codec..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("com.fasterxml.jackson..")
        .check(scanned);
  }

  @Test
  void hasNoCycleBetweenPackages() {
    slices().matching("dev.parley.contracts.(*)..").should().beFreeOfCycles().check(scanned);
  }

  @Test
  void sealsEveryTypeOfTopicRecords() {
    classes()
        .that()
        .areInterfaces()
        .and()
        .doNotHaveSimpleName("package-info")
        .and()
        .resideInAnyPackage(RECORDS)
        .should(beSealed())
        .check(scanned);
  }

  @Test
  void leavesNoClassOpen() {
    classes()
        .that()
        .areTopLevelClasses()
        .and()
        .areNotInterfaces()
        .and()
        .doNotHaveSimpleName("package-info")
        .should()
        .haveModifier(JavaModifier.FINAL)
        .check(scanned);
  }

  @Test
  void printsToNoStandardStreamAndLogsThroughTheSystemsLogger() {
    NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(scanned);
    NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING.check(scanned);
  }

  @Test
  void marksEveryPackageAsNullMarked() {
    classes().should(beInANullMarkedPackage()).check(scanned);
  }

  private static ArchCondition<JavaClass> beSealed() {
    return new ArchCondition<>("be sealed") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        boolean sealed = type.reflect().isSealed();
        events.add(new SimpleConditionEvent(type, sealed, type.getName()));
      }
    };
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
