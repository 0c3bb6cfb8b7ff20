package dev.parley.presence;

import dev.parley.deploy.embedded.EmbeddedStackResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;

/// The embedded stack, with the schema of presence-service, a folder for the audit file, and less
/// patience.
public final class PresenceStack implements QuarkusTestResourceLifecycleManager {

  /// Everything that takes seconds takes less here, in the same proportions.
  private static final Map<String, String> HURRY =
      Map.of(
          "parley.presence.heartbeat.pulse", "200ms",
          "parley.presence.heartbeat.max-gap", "1s",
          "parley.presence.heartbeat.silence", "3s",
          "parley.presence.heartbeat.reminder", "500ms",
          "parley.presence.heartbeat.topic-grace", "1s");

  private final EmbeddedStackResource stack = new EmbeddedStackResource();

  /// Made by Quarkus.
  public PresenceStack() {}

  @Override
  public Map<String, String> start() {
    stack.init(Map.of("schema", "presence"));
    Map<String, String> keys = new HashMap<>(stack.start());
    keys.put("parley.presence.audit.file", newFolder() + "/audit.log");
    keys.putAll(HURRY);
    // Tests that stop the broker make every client complain, several times a second.
    keys.put("quarkus.log.category.\"org.apache.kafka.clients.NetworkClient\".level", "ERROR");
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
}
