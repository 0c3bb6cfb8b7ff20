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
import org.jspecify.annotations.Nullable;
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

  private static final int LINES = 10_000;
  private static final int SHELLS = 1_000;

  @Mixin private SiteOptions site;
  @Spec private CommandSpec spec;

  @Option(
      names = "--connections",
      paramLabel = "N",
      description = "How many. Default: 10000, for ssh 1000.")
  private @Nullable Integer connections;

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
    IdleScenario scenario = new IdleScenario(count(target.door()), Duration.ofSeconds(hold));
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

  private int count(Door door) {
    if (connections != null) {
      return connections;
    }
    return door.kind() == Door.Kind.ssh ? SHELLS : LINES;
  }

  private IdleConnections connections(Site target, Violations violations) {
    Door door = target.door();
    return door.kind() == Door.Kind.ssh
        ? new IdleShells(target, new Door(Door.Kind.tcp, linesPort, door.sources()), violations)
        : new IdleLines(target, violations);
  }
}
