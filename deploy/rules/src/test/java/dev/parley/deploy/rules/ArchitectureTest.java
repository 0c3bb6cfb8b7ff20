package dev.parley.deploy.rules;

/// The rules hold for themselves; that they can be broken is seen in [RulesTest].
class ArchitectureTest extends ModuleRules {
  ArchitectureTest() {
    super("dev.parley.deploy.rules", 3);
  }
}
