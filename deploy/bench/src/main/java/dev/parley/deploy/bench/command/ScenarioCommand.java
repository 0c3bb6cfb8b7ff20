package dev.parley.deploy.bench.command;

import dev.parley.deploy.bench.report.Report;
import dev.parley.deploy.bench.scenario.Course;
import dev.parley.deploy.bench.scenario.Outcome;
import dev.parley.deploy.bench.scenario.Scenario;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// Runs one scenario on the stack and reports it.
abstract class ScenarioCommand implements Callable<Integer> {

  @Mixin private SiteOptions site;
  @Mixin private CourseOptions course;
  @Spec private CommandSpec spec;

  /// {@return the scenario that the options ask for}
  abstract Scenario scenario();

  Course course() {
    return course.course();
  }

  @Override
  public Integer call() {
    Outcome outcome = scenario().run(site.site(spec.commandLine().getErr()));
    List<Outcome> all = List.of(outcome);
    return Reporting.print(spec.commandLine().getOut(), Report.of("stack", all), all);
  }
}
