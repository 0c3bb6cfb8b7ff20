package dev.parley.presence;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import dev.parley.deploy.rules.ServiceRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest extends ServiceRules {
  private static final String ROOT = "dev.parley.presence";
  private static final String[] LEAVES = {ROOT + ".kafka..", ROOT + ".postgres.."};

  ArchitectureTest() {
    super(ROOT, 60, ROOT, "kafka", "postgres");
  }

  @Test
  void keepsLeavesApart() {
    noClasses()
        .that()
        .resideInAPackage(LEAVES[0])
        .should()
        .dependOnClassesThat()
        .resideInAPackage(LEAVES[1])
        .check(scanned());
    noClasses()
        .that()
        .resideInAPackage(LEAVES[1])
        .should()
        .dependOnClassesThat()
        .resideInAPackage(LEAVES[0])
        .check(scanned());
  }
}
