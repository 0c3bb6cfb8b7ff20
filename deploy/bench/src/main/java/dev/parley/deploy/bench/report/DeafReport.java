package dev.parley.deploy.bench.report;

import dev.parley.deploy.bench.scenario.DeafOutcome;
import dev.parley.deploy.bench.scenario.Outcome;

/// What a room came to of which one member stopped reading, as Markdown.
public final class DeafReport {

  private static final double MIB = 1024 * 1024;

  private DeafReport() {}

  /// {@return the report}
  ///
  /// @param outcome what was found
  public static String markdown(DeafOutcome outcome) {
    MarkdownTable loads =
        new MarkdownTable(
            "room", "delivered/s", "gateway heap, MiB", "gateway memory at the most, MiB");
    row(loads, outcome.hearing(), outcome.memoryHearing());
    row(loads, outcome.deaf(), outcome.memoryDeaf());
    MarkdownTable member =
        new MarkdownTable("who did not read", "")
            .row("its connection", outcome.end())
            .row("messages out of its buffers", Report.rate(outcome.buffered()))
            .row("messages once it came back", Report.rate(outcome.resumed()));
    return String.join(
        "\n",
        loads.text(),
        member.text(),
        Report.violations("deaf", outcome.violationCount(), outcome.violations()));
  }

  private static void row(MarkdownTable table, Outcome load, DeafOutcome.Memory memory) {
    table.row(
        load.scenario(),
        Report.rate(load.figures().deliveredPerSecond()),
        Report.decimal(0, memory.heap() / MIB),
        Report.decimal(0, memory.most() / MIB));
  }
}
