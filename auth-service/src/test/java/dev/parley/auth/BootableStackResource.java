package dev.parley.auth;

import dev.parley.deploy.embedded.EmbeddedStackResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/// The JVM's shared broker and database, in a way that lets a service with transactions boot.
///
/// The shared stack hangs on the system properties as an object, and Narayana, which reads them all
/// when Quarkus boots, fails on one that is no text. So such properties are set aside until then.
public final class BootableStackResource implements QuarkusTestResourceLifecycleManager {
  private final EmbeddedStackResource stack = new EmbeddedStackResource();
  private final Map<Object, Object> setAside = new HashMap<>();

  /// Made by Quarkus.
  public BootableStackResource() {}

  @Override
  public void init(Map<String, String> arguments) {
    stack.init(arguments);
  }

  @Override
  public Map<String, String> start() {
    Map<String, String> keys = stack.start();
    Properties properties = System.getProperties();
    properties.forEach((key, value) -> {
      if (!(value instanceof String)) {
        setAside.put(key, value);
      }
    });
    setAside.keySet().forEach(properties::remove);
    return keys;
  }

  /// Called for each test instance, when Quarkus has booted.
  @Override
  public void inject(Object testInstance) {
    putBack();
  }

  @Override
  public void stop() {
    putBack();
    stack.stop();
  }

  private void putBack() {
    setAside.forEach(System.getProperties()::putIfAbsent);
  }
}
