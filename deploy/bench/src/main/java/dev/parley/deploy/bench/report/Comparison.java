package dev.parley.deploy.bench.report;

import dev.parley.deploy.bench.scenario.Outcome;
import java.util.List;

/// How near a stack comes to the spine, measured before and after it in the same run: on a machine
/// that others use too, the two runs of the spine show how far figures can be trusted.
final class Comparison {

  private Comparison() {}

  static String table(List<Outcome> before, List<Outcome> stack, List<Outcome> after) {
    MarkdownTable table =
        new MarkdownTable(
            "load", "figure", "stack", "spine before", "spine after", "stack / spine");
    for (int i = 0; i < stack.size(); i++) {
      addRates(table, before.get(i), stack.get(i), after.get(i));
      addLatency(table, before.get(i), stack.get(i), after.get(i));
      addCost(table, before.get(i), stack.get(i), after.get(i));
    }
    return table.text();
  }

  private static void addRates(MarkdownTable table, Outcome before, Outcome stack, Outcome after) {
    double spine =
        (before.figures().deliveredPerSecond() + after.figures().deliveredPerSecond()) / 2;
    table.row(
        stack.scenario(),
        "acknowledged/s",
        Report.rate(stack.figures().acknowledgedPerSecond()),
        Report.rate(before.figures().acknowledgedPerSecond()),
        Report.rate(after.figures().acknowledgedPerSecond()),
        "");
    table.row(
        stack.scenario(),
        "delivered/s",
        Report.rate(stack.figures().deliveredPerSecond()),
        Report.rate(before.figures().deliveredPerSecond()),
        Report.rate(after.figures().deliveredPerSecond()),
        Report.decimal(2, stack.figures().deliveredPerSecond() / spine));
  }

  private static void addLatency(
      MarkdownTable table, Outcome before, Outcome stack, Outcome after) {
    table.row(
        stack.scenario(),
        "delivery p50 / p99 / p99.9 ms",
        Report.latency(stack.figures().delivery()),
        Report.latency(before.figures().delivery()),
        Report.latency(after.figures().delivery()),
        "");
  }

  private static void addCost(MarkdownTable table, Outcome before, Outcome stack, Outcome after) {
    double spine = (before.cpuMicrosPerDelivery() + after.cpuMicrosPerDelivery()) / 2;
    table.row(
        stack.scenario(),
        "CPU µs / delivery",
        Report.decimal(2, stack.cpuMicrosPerDelivery()),
        Report.decimal(2, before.cpuMicrosPerDelivery()),
        Report.decimal(2, after.cpuMicrosPerDelivery()),
        Report.decimal(2, stack.cpuMicrosPerDelivery() / spine));
  }
}
