package dev.parley.deploy.bench.command;

import dev.parley.deploy.bench.check.Violations;
import dev.parley.deploy.bench.process.GatewayMemory;
import dev.parley.deploy.bench.report.IdleReport;
import dev.parley.deploy.bench.scenario.IdleConnections;
import dev.parley.deploy.bench.scenario.IdleLines;
import dev.parley.deploy.bench.scenario.IdleOutcome;
import dev.parley.deploy.bench.scenario.IdleScenario;
import dev.parley.deploy.bench.scenario.IdleShells;
import dev.parley.deploy.bench.scenario.Site;
import dev.parley.deploy.bench.session.Door;
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

  @Option(
      names = "--lines-port",
      paramLabel = "N",
      defaultValue = "5555",
      description =
          "Port of the tcp door, where accounts for ssh are registered. Default: ${DEFAULT-VALUE}.")
  private int linesPort;

  @Override
  public Integer call() {
    Site target = site.site(spec.commandLine().getErr());
    IdleScenario scenario = new IdleScenario(connections, Duration.ofSeconds(hold));
    GatewayMemory gateway = new GatewayMemory(target.processes());
    Violations violations = new Violations();
    IdleOutcome outcome;
    try (IdleConnections held = connections(target, violations)) {
      outcome = scenario.run(held, gateway, violations, target.progress());
    }
    spec.commandLine().getOut().println(IdleReport.markdown(outcome));
    spec.commandLine().getOut().flush();
    return outcome.violationCount() == 0 ? 0 : 1;
  }

  private IdleConnections connections(Site target, Violations violations) {
    Door door = target.door();
    return door.kind() == Door.Kind.ssh
        ? new IdleShells(target, new Door(Door.Kind.tcp, linesPort, door.sources()), violations)
        : new IdleLines(target, violations);
  }
}
