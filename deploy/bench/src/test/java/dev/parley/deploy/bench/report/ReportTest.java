package dev.parley.deploy.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.deploy.bench.measure.Figures;
import dev.parley.deploy.bench.measure.Quantiles;
import dev.parley.deploy.bench.process.ProcessUse;
import dev.parley.deploy.bench.scenario.DeafOutcome;
import dev.parley.deploy.bench.scenario.IdleOutcome;
import dev.parley.deploy.bench.scenario.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ReportTest {

  private static final Quantiles QUANTILES = new Quantiles(10, 1.234, 12.34, 123.4, 200);

  @Test
  void writesATableThatReadsWellAsText() {
    // When
    String text = Report.of("stack", List.of(outcome(30_000, 0))).markdown();

    // Then
    assertThat(text)
        .contains(
            "| stack | acknowledged/s | delivered/s | ack p50 / p99 / p99.9 ms |"
                + " delivery p50 / p99 / p99.9 ms | tool late p99 ms | CPU µs / delivery |")
        .contains(
            "| pairs |         30,000 |      30,000 |      1.23 / 12.3 / 123.4 |"
                + "           1.23 / 12.3 / 123.4 |             12.3 |              6.67 |")
        .contains("| gateway      |   1.5 |        200 |")
        .contains("| all          |   2.0 |        260 |")
        .contains("pairs: nothing lost, nothing twice, one order");
  }

  @Test
  void namesTheFirstViolations() {
    // When
    String text = Report.of("stack", List.of(outcome(1, 7))).markdown();

    // Then
    assertThat(text).contains("pairs: 7 VIOLATIONS, the first of them:\n- bob: seq 2 came twice");
  }

  @Test
  void comparesTheStackWithTheMeanOfBothSpines() {
    // Given
    Comparison comparison =
        new Comparison(outcome(80_000, 0), outcome(35_000, 0), outcome(70_000, 0));

    // When
    String text = Report.comparing(List.of(comparison)).markdown();

    // Then
    assertThat(text)
        .containsPattern("pairs, delivered/s +\\| +35,000 \\| +80,000 \\| +70,000 \\| +0\\.47 \\|")
        .doesNotContain("do not quote");
  }

  @Test
  void doubtsFiguresOfAMachineThatWasBusyWithSomethingElse() {
    // Given
    Comparison comparison =
        new Comparison(outcome(80_000, 0), outcome(35_000, 0), outcome(40_000, 0));

    // When
    String text = Report.comparing(List.of(comparison)).markdown();

    // Then
    assertThat(text).contains("pairs: the two runs of the spine differ by more than 20 %");
  }

  @Test
  void tellsWhatIdleConnectionsWeigh() {
    // Given
    IdleOutcome outcome =
        new IdleOutcome(10_000, 12.3, 4_096, 100 << 20, 200 << 20, 40, 42, 45.6, 0, List.of());

    // When
    String text = IdleReport.markdown(outcome);

    // Then
    assertThat(text)
        .contains("| gateway heap each, KiB       |    4.0 |")
        .contains("| gateway memory with all, MiB |    200 |")
        .contains("| gateway threads at first     |     40 |")
        .contains("| gateway threads with all     |     42 |")
        .contains("idle: nothing lost");
  }

  @Test
  void tellsWhatBecameOfAMemberThatDidNotRead() {
    // Given
    Outcome load = outcome(700_000, 0);
    DeafOutcome outcome =
        new DeafOutcome(
            load,
            load,
            new DeafOutcome.Memory(80 << 20, 300 << 20),
            new DeafOutcome.Memory(81 << 20, 310 << 20),
            "closed by the server with 1013",
            1_234,
            20_000,
            0,
            List.of());

    // When
    String text = DeafReport.markdown(outcome);

    // Then
    assertThat(text)
        .contains(" 700,000 |", " 80 |", " 81 |", " 310 |")
        .contains("closed by the server with 1013", " 1,234 |", " 20,000 |")
        .contains("deaf: nothing lost");
  }

  private static Outcome outcome(double perSecond, long violations) {
    Figures figures = new Figures(perSecond, perSecond, QUANTILES, QUANTILES, QUANTILES);
    List<ProcessUse> use =
        List.of(new ProcessUse("gateway", 1.5, 200), new ProcessUse("bench", 0.5, 60));
    return new Outcome("pairs", 10, figures, use, violations, List.of("bob: seq 2 came twice"));
  }
}
