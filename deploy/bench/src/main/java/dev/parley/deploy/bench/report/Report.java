package dev.parley.deploy.bench.report;

import dev.parley.deploy.bench.measure.Quantiles;
import dev.parley.deploy.bench.process.ProcessUse;
import dev.parley.deploy.bench.scenario.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// What one call of the tool found.
///
/// @param sections parts of the text, in their order
public record Report(List<String> sections) {

  /// Copies the list.
  public Report {
    sections = List.copyOf(sections);
  }

  /// {@return the report of outcomes on one site}
  ///
  /// @param site such as `stack` or `spine`
  /// @param outcomes at least one
  public static Report of(String site, List<Outcome> outcomes) {
    List<String> sections = new ArrayList<>();
    sections.add(figures(site, outcomes));
    outcomes.forEach(outcome -> sections.add(processes(site, outcome)));
    sections.add(violations(outcomes));
    return new Report(sections);
  }

  /// {@return the report of a stack beside the spine}
  ///
  /// @param all one comparison for each load, at least one
  public static Report comparing(List<Comparison> all) {
    List<String> sections = new ArrayList<>();
    sections.add(Comparison.table(all));
    sections.addAll(of("stack", all.stream().map(Comparison::stack).toList()).sections);
    sections.addAll(of("spine before", all.stream().map(Comparison::before).toList()).sections);
    sections.addAll(of("spine after", all.stream().map(Comparison::after).toList()).sections);
    return new Report(sections);
  }

  /// {@return the report as Markdown}
  public String markdown() {
    return String.join("\n", sections);
  }

  private static String figures(String site, List<Outcome> outcomes) {
    MarkdownTable table =
        new MarkdownTable(
            site,
            "acknowledged/s",
            "delivered/s",
            "ack p50 / p99 / p99.9 ms",
            "delivery p50 / p99 / p99.9 ms",
            "tool late p99 ms",
            "CPU µs / delivery");
    for (Outcome outcome : outcomes) {
      table.row(
          outcome.scenario(),
          rate(outcome.figures().acknowledgedPerSecond()),
          rate(outcome.figures().deliveredPerSecond()),
          latency(outcome.figures().acknowledgement()),
          latency(outcome.figures().delivery()),
          millis(outcome.figures().lateness().p99()),
          decimal(2, outcome.cpuMicrosPerDelivery()));
    }
    return table.text();
  }

  private static String processes(String site, Outcome outcome) {
    MarkdownTable table =
        new MarkdownTable(site + ", " + outcome.scenario(), "CPU s", "memory MiB");
    for (ProcessUse use : outcome.processes()) {
      table.row(use.name(), decimal(1, use.cpuSeconds()), decimal(0, use.memoryMib()));
    }
    table.row(
        "all",
        decimal(1, outcome.processes().stream().mapToDouble(ProcessUse::cpuSeconds).sum()),
        decimal(0, outcome.processes().stream().mapToDouble(ProcessUse::memoryMib).sum()));
    return table.text();
  }

  private static String violations(List<Outcome> outcomes) {
    return outcomes.stream()
        .map(o -> violations(o.scenario(), o.violationCount(), o.violations()))
        .collect(Collectors.joining());
  }

  static String violations(String scenario, long count, List<String> first) {
    return count == 0
        ? scenario + ": nothing lost, nothing twice, one order\n"
        : "%s: %d VIOLATIONS, the first of them:\n- %s\n"
            .formatted(scenario, count, String.join("\n- ", first));
  }

  static String rate(double perSecond) {
    return String.format(Locale.ROOT, "%,d", Math.round(perSecond));
  }

  static String latency(Quantiles quantiles) {
    return millis(quantiles.p50())
        + " / "
        + millis(quantiles.p99())
        + " / "
        + millis(quantiles.p999());
  }

  private static String millis(double millis) {
    return decimal(millis < 10 ? 2 : 1, millis);
  }

  static String decimal(int places, double value) {
    return String.format(Locale.ROOT, "%,." + places + "f", value);
  }
}
