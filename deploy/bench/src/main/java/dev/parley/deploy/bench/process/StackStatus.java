package dev.parley.deploy.bench.process;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Asks the launcher which processes the running stack has.
public final class StackStatus {

  private static final int LIMIT_SECONDS = 30;

  private final Path launcher;

  /// Names the launcher.
  ///
  /// @param launcher the script `parley`
  public StackStatus(Path launcher) {
    this.launcher = launcher;
  }

  /// {@return the running processes; none if no stack runs or there is no launcher}
  public List<Monitored> processes() {
    if (!Files.isExecutable(launcher)) {
      return List.of();
    }
    try {
      Process asked =
          new ProcessBuilder(launcher.toAbsolutePath().toString(), "status", "--json")
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      try (InputStream answer = asked.getInputStream()) {
        return parse(answer);
      } finally {
        if (!asked.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
          asked.destroyForcibly();
        }
      }
    } catch (IOException _) {
      return List.of();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return List.of();
    }
  }

  /// Reads `{"processes":[{"name":"gateway-1","pid":4711,…},…],…}`.
  static List<Monitored> parse(InputStream json) throws IOException {
    List<Monitored> found = new ArrayList<>();
    for (JsonNode process : new JsonMapper().readTree(json).path("processes")) {
      long pid = process.path("pid").asLong(-1);
      if (pid > 0) {
        found.add(new Monitored(process.path("name").asText("?"), pid));
      }
    }
    return found;
  }
}
