package dev.parley.cli;

import dev.parley.deploy.rules.ModuleRules;

class ArchitectureTest extends ModuleRules {
  ArchitectureTest() {
    super("dev.parley.cli", 60);
  }
}
