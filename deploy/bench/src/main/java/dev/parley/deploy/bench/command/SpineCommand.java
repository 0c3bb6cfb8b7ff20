package dev.parley.deploy.bench.command;

import dev.parley.deploy.bench.report.Report;
import dev.parley.deploy.bench.scenario.Outcome;
import dev.parley.deploy.bench.scenario.Site;
import dev.parley.deploy.bench.spine.SpineStack;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `bench spine`.
@Command(
    name = "spine",
    description = "The same loads on the bare spine: what this machine can reach at best.",
    mixinStandardHelpOptions = true)
final class SpineCommand implements Callable<Integer> {

  @Mixin private CourseOptions course;
  @Mixin private SpineOptions spine;
  @Spec private CommandSpec spec;

  @Option(
      names = "--only",
      paramLabel = "LOAD",
      split = ",",
      description = "Some of: pairs, rate, room. Default: all.")
  private List<StandardLoads.Load> only = List.of(StandardLoads.Load.values());

  @Override
  public Integer call() {
    PrintWriter err = spec.commandLine().getErr();
    StandardLoads loads = new StandardLoads(course.course());
    try (SpineStack stack = spine.start(err)) {
      Site site = SpineOptions.site(stack, err);
      List<Outcome> all = only.stream().map(load -> loads.run(load, site)).toList();
      return Reporting.print(spec.commandLine().getOut(), Report.of("spine", all), all);
    }
  }
}
