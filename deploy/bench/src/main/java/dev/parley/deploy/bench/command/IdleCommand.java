package dev.parley.deploy.bench.command;

import dev.parley.deploy.bench.process.GatewayMemory;
import dev.parley.deploy.bench.report.IdleReport;
import dev.parley.deploy.bench.scenario.IdleOutcome;
import dev.parley.deploy.bench.scenario.IdleScenario;
import dev.parley.deploy.bench.scenario.Site;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `bench idle`.
@Command(
    name = "idle",
    description = "Many logged-in connections that say nothing: what they weigh.",
    mixinStandardHelpOptions = true)
final class IdleCommand implements Callable<Integer> {

  @Mixin private SiteOptions site;
  @Spec private CommandSpec spec;

  @Option(
      names = "--connections",
      paramLabel = "N",
      defaultValue = "10000",
      description = "How many. Default: ${DEFAULT-VALUE}.")
  private int connections;

  @Option(
      names = "--hold",
      paramLabel = "SECONDS",
      defaultValue = "20",
      description = "How long they stay silent. Default: ${DEFAULT-VALUE}.")
  private int hold;

  @Override
  public Integer call() {
    Site target = site.site(spec.commandLine().getErr());
    IdleScenario scenario = new IdleScenario(connections, Duration.ofSeconds(hold));
    IdleOutcome outcome = scenario.run(target, new GatewayMemory(target.processes()));
    spec.commandLine().getOut().println(IdleReport.markdown(outcome));
    spec.commandLine().getOut().flush();
    return outcome.violationCount() == 0 ? 0 : 1;
  }
}
