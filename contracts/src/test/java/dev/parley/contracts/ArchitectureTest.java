package dev.parley.contracts;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import dev.parley.deploy.rules.ModuleRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest extends ModuleRules {
  private static final String[] RECORDS = {
    "dev.parley.contracts",
    "dev.parley.contracts.auth",
    "dev.parley.contracts.presence",
    "dev.parley.contracts.conversation",
    "dev.parley.contracts.query",
    "dev.parley.contracts.delivery",
    "dev.parley.contracts.audit"
  };

  ArchitectureTest() {
    super("dev.parley.contracts", 80);
  }

  @Test
  void knowsNoFrameworkAndNoService() {
    classes()
        .that()
        .resideOutsideOfPackage("..otel")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java..",
            "org.jspecify.annotations..",
            "com.fasterxml.jackson..",
            "org.apache.kafka..",
            "dev.parley.contracts..")
        .check(scanned());
  }

  /// Services that do not trace have no OpenTelemetry on their class path.
  @Test
  void keepsOpenTelemetryInItsLeaf() {
    classes()
        .that()
        .resideInAPackage("..otel")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java..", "org.jspecify.annotations..", "io.opentelemetry..", "dev.parley.contracts..")
        .check(scanned());
    noClasses()
        .that()
        .resideOutsideOfPackage("..otel")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("..otel")
        .check(scanned());
  }

  @Test
  void keepsKafkaAndJacksonOutOfTheRecords() {
    noClasses()
        .that()
        .resideInAnyPackage(RECORDS)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.kafka..", "com.fasterxml.jackson..")
        .check(scanned());
  }

  @Test
  void keepsTheRecordsFreeOfHowTheyTravel() {
    noClasses()
        .that()
        .resideInAnyPackage(RECORDS)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("..codec..", "..consumer..", "..topic..")
        .check(scanned());
  }

  @Test
  void usesJacksonWhereBytesAreMadeAndNowhereElse() {
    noClasses()
        .that()
        .resideOutsideOfPackage("..codec..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("com.fasterxml.jackson..")
        .check(scanned());
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
        .check(scanned());
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
        .check(scanned());
  }

  @Test
  void printsToNoStandardStreamAndLogsThroughTheSystemsLogger() {
    NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(scanned());
    NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING.check(scanned());
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
}
