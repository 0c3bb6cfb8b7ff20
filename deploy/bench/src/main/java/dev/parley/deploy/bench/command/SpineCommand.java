package dev.parley.deploy.bench.command;

import dev.parley.deploy.bench.report.Report;
import dev.parley.deploy.bench.scenario.Outcome;
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
    List<Outcome> all =
        new StandardLoads(course.course(), only)
            .onSpine(spine.settings(), spec.commandLine().getErr()::println);
    return Reporting.print(spec.commandLine().getOut(), Report.of("spine", all), all);
  }
}
