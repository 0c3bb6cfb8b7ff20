package dev.parley.deploy.bench.report;

import dev.parley.deploy.bench.scenario.Outcome;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// One load on the stack, and on the spine before and after it: on a machine that others use too,
/// the two runs of the spine show how far figures can be trusted.
///
/// @param before outcome on the spine
/// @param stack outcome on the stack
/// @param after outcome on the spine again
public record Comparison(Outcome before, Outcome stack, Outcome after) {

  /// How far the two runs of the spine may differ before the figures are called doubtful.
  private static final double TRUSTED_SPREAD = 0.2;

  /// {@return the three outcomes, in their order}
  public List<Outcome> outcomes() {
    return List.of(before, stack, after);
  }

  /// {@return whether the spine was as fast before as after, more or less}
  boolean isTrusted() {
    double first = before.figures().deliveredPerSecond();
    double second = after.figures().deliveredPerSecond();
    return Math.abs(first - second) <= TRUSTED_SPREAD * Math.max(first, second);
  }

  static String table(List<Comparison> all) {
    MarkdownTable table =
        new MarkdownTable("load, figure", "stack", "spine before", "spine after", "stack / spine");
    for (Comparison one : all) {
      one.addRate(table, "acknowledged/s", o -> o.figures().acknowledgedPerSecond());
      one.addRate(table, "delivered/s", o -> o.figures().deliveredPerSecond());
      one.addLatency(table);
      one.addCost(table);
    }
    return table.text() + doubts(all);
  }

  private static String doubts(List<Comparison> all) {
    StringBuilder doubts = new StringBuilder();
    for (Comparison one : all) {
      if (!one.isTrusted()) {
        doubts
            .append("\n")
            .append(one.stack.scenario())
            .append(": the two runs of the spine differ by more than 20 %, so something else kept")
            .append(" the machine busy: do not quote these rates\n");
      }
    }
    return doubts.toString();
  }

  private void addRate(MarkdownTable table, String figure, ToDoubleFunction<Outcome> value) {
    table.row(
        stack.scenario() + ", " + figure,
        Report.rate(value.applyAsDouble(stack)),
        Report.rate(value.applyAsDouble(before)),
        Report.rate(value.applyAsDouble(after)),
        ratio(value));
  }

  private void addLatency(MarkdownTable table) {
    table.row(
        stack.scenario() + ", delivery p50 / p99 / p99.9 ms",
        Report.latency(stack.figures().delivery()),
        Report.latency(before.figures().delivery()),
        Report.latency(after.figures().delivery()),
        ratio(o -> o.figures().delivery().p50()));
  }

  private void addCost(MarkdownTable table) {
    table.row(
        stack.scenario() + ", CPU µs / delivery",
        Report.decimal(2, stack.cpuMicrosPerDelivery()),
        Report.decimal(2, before.cpuMicrosPerDelivery()),
        Report.decimal(2, after.cpuMicrosPerDelivery()),
        ratio(Outcome::cpuMicrosPerDelivery));
  }

  private String ratio(ToDoubleFunction<Outcome> value) {
    double spine = (value.applyAsDouble(before) + value.applyAsDouble(after)) / 2;
    return spine == 0 ? "-" : Report.decimal(2, value.applyAsDouble(stack) / spine);
  }
}
