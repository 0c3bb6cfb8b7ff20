package dev.parley.deploy.bench.command;

import dev.parley.deploy.bench.report.Comparison;
import dev.parley.deploy.bench.report.Report;
import dev.parley.deploy.bench.scenario.Outcome;
import dev.parley.deploy.bench.scenario.Site;
import dev.parley.deploy.bench.spine.SpineStack;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `bench all`.
@Command(
    name = "all",
    description = "Each standard load on the spine, on the stack, and on the spine again.",
    mixinStandardHelpOptions = true)
final class AllCommand implements Callable<Integer> {

  @Mixin private SiteOptions site;
  @Mixin private CourseOptions course;
  @Mixin private SpineOptions spine;
  @Spec private CommandSpec spec;

  @Option(
      names = "--only",
      paramLabel = "LOAD",
      split = ",",
      description = "Some of: pairs, rate, room. Default: all.")
  private List<StandardLoads.Load> only = List.of(StandardLoads.Load.values());

  @Option(
      names = "--warm",
      paramLabel = "N",
      defaultValue = "40",
      description =
          "Seconds of load on the stack, and on the spine, before the first is measured: just"
              + " after a start little of their code is compiled. Default: ${DEFAULT-VALUE}.")
  private int warm;

  @Override
  public Integer call() {
    PrintWriter err = spec.commandLine().getErr();
    StandardLoads loads = new StandardLoads(course.course());
    Site stack = site.site(err);
    List<Comparison> all = new ArrayList<>();
    warm("the stack", loads, stack);
    try (SpineStack running = spine.start(err)) {
      Site best = SpineOptions.site(running, err);
      warm("the spine", loads, best);
      for (StandardLoads.Load load : only) {
        all.add(
            new Comparison(loads.run(load, best), loads.run(load, stack), loads.run(load, best)));
      }
    }
    List<Outcome> outcomes = all.stream().flatMap(c -> c.outcomes().stream()).toList();
    return Reporting.print(spec.commandLine().getOut(), Report.comparing(all), outcomes);
  }

  private void warm(String name, StandardLoads loads, Site site) {
    if (warm > 0) {
      site.progress().accept("%s works for %d s before it is measured".formatted(name, warm));
      loads.warm(site, Duration.ofSeconds(warm));
    }
  }
}
