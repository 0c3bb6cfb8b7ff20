package dev.parley.deploy.bench.report;

import dev.parley.deploy.bench.scenario.IdleOutcome;

/// What idle connections came to, as Markdown.
public final class IdleReport {

  private static final double KIB = 1024;
  private static final double MIB = 1024 * 1024;

  private IdleReport() {}

  /// {@return the report}
  ///
  /// @param outcome what was found
  public static String markdown(IdleOutcome outcome) {
    return new MarkdownTable("idle connections", "figure")
            .row("held", Report.rate(outcome.connections()))
            .row("register and log in, s", Report.decimal(1, outcome.logInSeconds()))
            .row("gateway heap each, KiB", Report.decimal(1, outcome.heapPerConnection() / KIB))
            .row("gateway heap with all, MiB", Report.decimal(0, outcome.heap() / MIB))
            .row("gateway memory with all, MiB", Report.decimal(0, outcome.resident() / MIB))
            .row("gateway threads at first", Report.rate(outcome.threadsBefore()))
            .row("gateway threads with all", Report.rate(outcome.threads()))
            .row("broadcast to all, ms", Report.decimal(1, outcome.broadcastMillis()))
            .text()
        + "\n"
        + Report.violations("idle", outcome.violationCount(), outcome.violations());
  }
}
