package dev.parley.deploy.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.parley.deploy.embedded.FreePorts;
import dev.parley.deploy.local.console.TroubleException;
import dev.parley.deploy.local.home.Home;
import dev.parley.deploy.local.part.Port;
import dev.parley.deploy.local.part.PortTable;
import dev.parley.deploy.local.part.Service;
import dev.parley.deploy.local.status.ProcessReport;
import dev.parley.deploy.local.status.StatusReader;
import dev.parley.deploy.local.status.StatusReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackIT {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @TempDir Path folder = Path.of("");
  private final List<String> lines = new CopyOnWriteArrayList<>();
  private Home home = new Home(folder);

  @BeforeEach
  void installFakes() throws IOException {
    home = new Home(folder.resolve("home"));
    for (Service service : Service.values()) {
      FakeService.install(folder, service.label());
    }
    Path broker = Path.of(System.getProperty("parley.root"), "deploy/broker/target/broker");
    Files.createDirectories(folder.resolve("deploy/broker/target"));
    Files.createSymbolicLink(folder.resolve("deploy/broker/target/broker"), broker);
  }

  @Test
  void startsHealsScalesAndStops() {
    // Given
    try (var stack = Stack.start(options(Map.of()), lines::add)) {
      assertThat(report().healthy()).isTrue();

      // When
      kill("gateway-1");
      kill("postgres");
      stack.scale(Service.ROUTING, 2);

      // Then
      await().atMost(PATIENCE).untilAsserted(() -> assertThat(restarts()).isEqualTo(2));
      await().atMost(PATIENCE).untilAsserted(() -> assertThat(report().healthy()).isTrue());
      assertThat(names()).hasSize(7).contains("routing-service-2");

      // And down again
      stack.scale(Service.ROUTING, 1);
      assertThat(names()).hasSize(6);
    }
    assertThat(report().running()).isFalse();
    assertThat(home.run()).isDirectoryNotContaining("glob:**.properties");
  }

  @Test
  void quotesTheLogOfAServiceThatDoesNotStart() {
    // Given
    StackOptions options = options(Map.of("fake.fail", "yes"));

    // When, Then
    assertThatThrownBy(() -> Stack.start(options, lines::add))
        .isInstanceOf(TroubleException.class)
        .hasMessageContaining("ended with code 7")
        .hasMessageContaining("the fake was told to fail");
    assertThat(report().running()).isFalse();
  }

  private StackOptions options(Map<String, String> properties) {
    var ports = new EnumMap<Port, Integer>(Port.class);
    for (Port port : Port.values()) {
      ports.put(port, FreePorts.next());
    }
    return new StackOptions(
        folder,
        home,
        "127.0.0.1",
        new PortTable(ports, 0),
        0,
        true,
        false,
        properties,
        Map.of(),
        Map.of());
  }

  private StatusReport report() {
    return new StatusReader(home).read();
  }

  private List<String> names() {
    return report().processes().stream().map(ProcessReport::name).toList();
  }

  private int restarts() {
    return report().processes().stream().mapToInt(ProcessReport::restarts).sum();
  }

  private void kill(String name) {
    report().processes().stream()
        .filter(process -> process.name().equals(name))
        .map(ProcessReport::pid)
        .flatMap(pid -> ProcessHandle.of(pid).stream())
        .forEach(ProcessHandle::destroyForcibly);
  }
}
