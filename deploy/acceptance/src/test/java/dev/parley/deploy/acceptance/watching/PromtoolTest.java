package dev.parley.deploy.acceptance.watching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.parley.deploy.acceptance.program.Outcome;
import dev.parley.deploy.acceptance.program.Programs;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What Prometheus' own tool says of the files; Debian has it in the package `prometheus`.
class PromtoolTest {
  private static final Path FOLDER = Path.of(System.getProperty("parley.root"), "deploy/watching");

  @BeforeEach
  void needPromtool() {
    assumeThat(Programs.missing("promtool")).isEmpty();
  }

  // The syntax only: the file of the compose stack names places in a container.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "check config --syntax-only prometheus.yml",
        "check config prometheus-local.yml",
        "check rules alerts.yml",
        "test rules alerts-test.yml"
      })
  void findsNothingWrong(String arguments) {
    // Given
    List<String> command =
        List.of("sh", "-c", "cd \"$1\" && exec promtool " + arguments, "sh", FOLDER.toString());

    // When
    Outcome outcome = Programs.run(command, Map.of(), "");

    // Then
    assertThat(outcome.status()).as(outcome.out() + outcome.errors()).isZero();
  }
}
