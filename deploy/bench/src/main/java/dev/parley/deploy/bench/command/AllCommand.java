package dev.parley.deploy.bench.command;

import dev.parley.deploy.bench.report.Report;
import dev.parley.deploy.bench.scenario.Outcome;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `bench all`.
@Command(
    name = "all",
    description = "The standard loads on the spine, on the stack, and on the spine again.",
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

  @Override
  public Integer call() {
    StandardLoads loads = new StandardLoads(course.course(), only);
    List<Outcome> before = loads.onSpine(spine.settings(), spec.commandLine().getErr()::println);
    List<Outcome> stack = loads.on(site.site(spec.commandLine().getErr()));
    List<Outcome> after = loads.onSpine(spine.settings(), spec.commandLine().getErr()::println);
    List<Outcome> all = Stream.of(before, stack, after).flatMap(List::stream).toList();
    return Reporting.print(
        spec.commandLine().getOut(), Report.comparing(before, stack, after), all);
  }
}
