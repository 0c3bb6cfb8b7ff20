package dev.parley.deploy.bench.command;

import dev.parley.deploy.bench.scenario.PairsScenario;
import dev.parley.deploy.bench.scenario.Scenario;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `bench pairs`.
@Command(
    name = "pairs",
    description = "Direct messages in pairs, as fast as they are acknowledged.",
    mixinStandardHelpOptions = true)
final class PairsCommand extends ScenarioCommand {

  @Option(
      names = "--connections",
      paramLabel = "N",
      defaultValue = "200",
      description = "How many, an even number. Default: ${DEFAULT-VALUE}.")
  private int connections;

  @Option(
      names = "--outstanding",
      paramLabel = "N",
      defaultValue = "10",
      description = "Unacknowledged messages of each connection. Default: ${DEFAULT-VALUE}.")
  private int outstanding;

  @Override
  Scenario scenario() {
    return PairsScenario.closedLoop(course(), connections, outstanding);
  }
}
