package dev.parley.deploy.rules.broken.feature;

import dev.parley.deploy.rules.ModuleRules;
import dev.parley.deploy.rules.broken.kafka.Leaf;
import java.sql.Connection;

/// Breaks every rule of a service.
public final class Sinner {
  Sinner(Leaf leaf, Connection connection) {
    System.err.println(leaf + " " + connection + " " + ModuleRules.class);
  }
}
