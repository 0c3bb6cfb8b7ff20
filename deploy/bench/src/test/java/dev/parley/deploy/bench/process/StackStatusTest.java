package dev.parley.deploy.bench.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

final class StackStatusTest {

  private static final String JSON =
      """
      {"running": true, "processes": [
        {"name": "kafka", "pid": 11, "ports": {"broker": 9092}},
        {"name": "gateway-1", "pid": 12},
        {"name": "routing-service-1", "pid": -1}]}
      """;

  @Test
  void readsTheRunningProcesses() throws IOException {
    // When
    List<Monitored> processes =
        StackStatus.parse(new ByteArrayInputStream(JSON.getBytes(StandardCharsets.UTF_8)));

    // Then
    assertThat(processes)
        .containsExactly(new Monitored("kafka", 11), new Monitored("gateway-1", 12));
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher is a shell script")
  void asksTheLauncher(@TempDir Path folder) throws IOException {
    // Given
    Path launcher = folder.resolve("parley");
    String script = "#!/bin/sh\ntest \"$*\" = 'status --json' && echo '" + JSON + "'\n";
    Files.writeString(launcher, script);
    Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwx------"));

    // When
    List<Monitored> processes = new StackStatus(launcher).processes();

    // Then
    assertThat(processes).hasSize(2);
  }

  @Test
  void knowsNoProcessesWithoutLauncher(@TempDir Path folder) {
    // When
    List<Monitored> processes = new StackStatus(folder.resolve("parley")).processes();

    // Then
    assertThat(processes).isEmpty();
  }
}
