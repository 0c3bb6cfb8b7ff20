package dev.parley.deploy.bench;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

import dev.parley.deploy.rules.ModuleRules;
import org.junit.jupiter.api.Test;

final class ArchitectureTest extends ModuleRules {
  private static final String ROOT = "dev.parley.deploy.bench";

  ArchitectureTest() {
    super(ROOT, 60);
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
        .check(scanned());
  }

  @Test
  void keepsTheTechnologyOfTheSpineInTheSpine() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + ".spine..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.vertx..", "io.netty..", "org.apache.kafka..", "java.sql..")
        .check(scanned());
  }

  @Test
  void keepsTheCommandLineOutOfTheLoads() {
    noClasses()
        .that()
        .resideOutsideOfPackages(ROOT, ROOT + ".command..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("picocli..", ROOT + ".command..")
        .check(scanned());
  }

  @Test
  void letsTheSpineKnowNothingOfTheLoadsItCarries() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + ".spine..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(ROOT + ".scenario..", ROOT + ".session..", ROOT + ".check..")
        .check(scanned());
  }

  @Test
  void writesToTheStreamsItIsGiven() {
    // A leash is the agreement of parent and child on the standard streams.
    NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(scanned().that(not(simpleName("Leash"))));
  }
}
