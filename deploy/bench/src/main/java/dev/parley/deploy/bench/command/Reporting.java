package dev.parley.deploy.bench.command;

import dev.parley.deploy.bench.report.Report;
import dev.parley.deploy.bench.scenario.Outcome;
import java.io.PrintWriter;
import java.util.List;

/// Prints a report and turns it into an exit code.
final class Reporting {

  private static final int KEPT = 0;
  private static final int BROKEN = 1;

  private Reporting() {}

  /// {@return 0 if every promise was kept, 1 if not}
  static int print(PrintWriter out, Report report, List<Outcome> outcomes) {
    out.println(report.markdown());
    out.flush();
    return outcomes.stream().allMatch(o -> o.violationCount() == 0) ? KEPT : BROKEN;
  }
}
