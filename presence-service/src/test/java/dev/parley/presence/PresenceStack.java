package dev.parley.presence;

import dev.parley.deploy.embedded.EmbeddedStackResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/// The embedded stack, with the schema of presence-service and a folder for the audit file.
public final class PresenceStack implements QuarkusTestResourceLifecycleManager {

  private final EmbeddedStackResource stack = new EmbeddedStackResource();

  /// Made by Quarkus.
  public PresenceStack() {}

  @Override
  public Map<String, String> start() {
    stack.init(Map.of("schema", "presence"));
    Map<String, String> keys = new HashMap<>(stack.start());
    keys.put("parley.presence.audit.file", newFolder() + "/audit.log");
    giveEverySystemPropertyText();
    return keys;
  }

  @Override
  public void stop() {
    stack.stop();
  }

  private static String newFolder() {
    try {
      return Files.createTempDirectory("parley-audit-").toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
