package dev.parley.routing.service;

import dev.parley.deploy.embedded.EmbeddedStackResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import java.util.Properties;

/// The embedded stack with the schema of routing-service.
public final class RoutingStack implements QuarkusTestResourceLifecycleManager {
  private final EmbeddedStackResource stack = new EmbeddedStackResource();

  /// Made by Quarkus.
  public RoutingStack() {}

  @Override
  public Map<String, String> start() {
    stack.init(Map.of("schema", "routing"));
    Map<String, String> keys = stack.start();
    giveEverySystemPropertyText();
    return keys;
  }

  @Override
  public void stop() {
    stack.stop();
  }

  /// The shared stack keeps an object under a key of the system properties, and Narayana, which
  /// copies them all at its start, stumbles over a property without text.
  private static void giveEverySystemPropertyText() {
    Properties text = new Properties();
    Properties all = new Properties(text);
    System.getProperties()
        .forEach((key, value) -> {
          text.setProperty(key.toString(), value.toString());
          all.put(key, value);
        });
    System.setProperties(all);
  }
}
