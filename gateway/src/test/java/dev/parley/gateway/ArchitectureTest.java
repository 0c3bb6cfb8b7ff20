package dev.parley.gateway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import dev.parley.deploy.rules.ServiceRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest extends ServiceRules {
  private static final String ROOT = "dev.parley.gateway";

  ArchitectureTest() {
    super(
        ROOT, 100, ROOT, "tcp", "tls", "ws", "ssh", "web", "line", "frame", "kafka", "rest", "otel",
        "folder", "s3");
  }

  @Test
  void lowerFeaturesDoNotKnowHigherOnes() {
    noClasses()
        .that()
        .resideInAnyPackage(ROOT + ".exchange..", ROOT + ".limit..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            ROOT + ".session..",
            ROOT + ".request..",
            ROOT + ".subscription..",
            ROOT + ".delivery..")
        .check(scanned());
    noClasses()
        .that()
        .resideInAnyPackage(ROOT + ".subscription..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(ROOT + ".session..", ROOT + ".request..", ROOT + ".delivery..")
        .check(scanned());
    noClasses()
        .that()
        .resideInAnyPackage(ROOT + ".session..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(ROOT + ".request..", ROOT + ".delivery..")
        .check(scanned());
  }
}
