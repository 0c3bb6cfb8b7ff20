package dev.parley.deploy.bench.command;

import dev.parley.deploy.bench.process.GatewayMemory;
import dev.parley.deploy.bench.report.DeafReport;
import dev.parley.deploy.bench.scenario.DeafOutcome;
import dev.parley.deploy.bench.scenario.DeafScenario;
import dev.parley.deploy.bench.scenario.Site;
import dev.parley.deploy.bench.session.Door;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `bench deaf`.
@Command(
    name = "deaf",
    description =
        "A room twice, the second time with a member that stops reading and comes back later;"
            + " at the ws door.",
    mixinStandardHelpOptions = true)
final class DeafCommand implements Callable<Integer> {

  @Mixin private SiteOptions site;
  @Mixin private CourseOptions course;
  @Mixin private RoomOptions room;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    Site target = site.site(spec.commandLine().getErr());
    if (target.door().kind() != Door.Kind.ws) {
      throw new IllegalArgumentException(
          "door must be ws, where one comes back above what one has, got " + target.door().kind());
    }
    DeafScenario scenario = new DeafScenario(course.course(), room.room(), room.outstanding());
    DeafOutcome outcome = scenario.run(target, new GatewayMemory(target.processes()));
    spec.commandLine().getOut().println(DeafReport.markdown(outcome));
    spec.commandLine().getOut().flush();
    return outcome.violationCount() == 0 ? 0 : 1;
  }
}
