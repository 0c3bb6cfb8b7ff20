package dev.parley.deploy.bench.command;

import dev.parley.deploy.bench.scenario.RoomScenario;
import dev.parley.deploy.bench.scenario.Scenario;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `bench room`.
@Command(
    name = "room",
    description = "One group with many members, some of which post as fast as they can.",
    mixinStandardHelpOptions = true)
final class RoomCommand extends ScenarioCommand {

  @Mixin private RoomOptions room;

  @Override
  Scenario scenario() {
    return new RoomScenario(course(), room.room(), room.outstanding());
  }
}
