package dev.parley.deploy.embedded;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import dev.parley.deploy.rules.ModuleRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest extends ModuleRules {
  ArchitectureTest() {
    super("dev.parley.deploy.embedded", 15);
  }

  @Test
  void knowsQuarkusInTheTestResourceOnly() {
    noClasses()
        .that()
        .doNotHaveSimpleName("EmbeddedStackResource")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.quarkus..", "org.apache.kafka..")
        .check(scanned());
  }
}
