package dev.parley.routing;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import dev.parley.deploy.rules.ServiceRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest extends ServiceRules {
  ArchitectureTest() {
    // Start, stop and health name the parts of the service, leaves too.
    super("dev.parley.routing", 100, "dev.parley.routing.service", "kafka", "postgres", "otel");
  }

  @Test
  void keepsLeavesFromUsingEachOther() {
    slices()
        .matching("dev.parley.routing.(**).(kafka|postgres)")
        .namingSlices("$1.$2")
        .should()
        .notDependOnEachOther()
        .check(scanned());
  }
}
