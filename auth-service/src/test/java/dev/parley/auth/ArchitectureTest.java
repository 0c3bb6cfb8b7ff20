package dev.parley.auth;

import dev.parley.deploy.rules.ServiceRules;

class ArchitectureTest extends ServiceRules {
  private static final String ROOT = "dev.parley.auth";

  ArchitectureTest() {
    super(ROOT, 50, ROOT, "kafka", "postgres", "rest");
  }

  @Override
  protected String[] libraries() {
    return new String[] {"dev.parley.password.."};
  }
}
