package dev.parley.deploy.local;

import dev.parley.deploy.rules.ModuleRules;

class ArchitectureTest extends ModuleRules {
  ArchitectureTest() {
    super("dev.parley.deploy.local", 40);
  }
}
