package dev.parley.deploy.bench.command;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `./parley bench`: shows what there is.
@Command(
    name = "bench",
    description = "Puts a running stack under load and checks all that it delivers.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "SCENARIO",
    subcommands = {
      PairsCommand.class,
      RateCommand.class,
      RoomCommand.class,
      DeafCommand.class,
      IdleCommand.class,
      SpineCommand.class,
      AllCommand.class
    },
    footer = {"", "Start the stack with ./parley up --load-test --detach"})
public final class BenchCommand implements Runnable {

  @Spec private CommandSpec spec;

  /// Made by the command line.
  public BenchCommand() {}

  /// {@return the command line with its mapping of failures to exit codes}
  public static CommandLine commandLine() {
    CommandLine line = new CommandLine(new BenchCommand());
    line.setExecutionExceptionHandler(new FailureHandler());
    return line;
  }

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }
}
