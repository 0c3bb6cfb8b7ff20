package dev.parley.deploy.bench.command;

import dev.parley.deploy.bench.scenario.PairsScenario;
import dev.parley.deploy.bench.scenario.Scenario;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `bench rate`.
@Command(
    name = "rate",
    description = "Direct messages in pairs at a fixed rate; latency counts from when each is due.",
    mixinStandardHelpOptions = true)
final class RateCommand extends ScenarioCommand {

  @Option(
      names = "--connections",
      paramLabel = "N",
      defaultValue = "200",
      description = "How many, an even number. Default: ${DEFAULT-VALUE}.")
  private int connections;

  @Option(
      names = "--rate",
      paramLabel = "N",
      defaultValue = "1000",
      description = "Messages per second of all together. Default: ${DEFAULT-VALUE}.")
  private double rate;

  @Override
  Scenario scenario() {
    return PairsScenario.fixedRate(course(), connections, rate);
  }
}
