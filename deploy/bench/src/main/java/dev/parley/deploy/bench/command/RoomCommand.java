package dev.parley.deploy.bench.command;

import dev.parley.deploy.bench.scenario.RoomScenario;
import dev.parley.deploy.bench.scenario.Scenario;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `bench room`.
@Command(
    name = "room",
    description = "One group with many members, some of which post as fast as they can.",
    mixinStandardHelpOptions = true)
final class RoomCommand extends ScenarioCommand {

  @Option(
      names = "--members",
      paramLabel = "N",
      defaultValue = "1000",
      description = "Members of the group. Default: ${DEFAULT-VALUE}.")
  private int members;

  @Option(
      names = "--senders",
      paramLabel = "N",
      defaultValue = "10",
      description = "Members that post. Default: ${DEFAULT-VALUE}.")
  private int senders;

  @Option(
      names = "--outstanding",
      paramLabel = "N",
      defaultValue = "10",
      description = "Unacknowledged messages of each of these. Default: ${DEFAULT-VALUE}.")
  private int outstanding;

  @Override
  Scenario scenario() {
    return new RoomScenario(course(), members, senders, outstanding);
  }
}
