package dev.parley.deploy.bench.command;

import dev.parley.deploy.bench.scenario.Room;
import picocli.CommandLine.Option;

/// Who is in a room, and how much they post.
public final class RoomOptions {

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

  /// Made by the command line.
  public RoomOptions() {}

  /// {@return who is there}
  ///
  /// @throws IllegalArgumentException if a number is out of its bounds
  Room room() {
    return new Room(members, senders);
  }

  int outstanding() {
    return outstanding;
  }
}
