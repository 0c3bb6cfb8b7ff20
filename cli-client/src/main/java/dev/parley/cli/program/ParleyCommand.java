package dev.parley.cli.program;

import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `parley`: shows what there is.
@Command(
    name = "parley",
    description = "The terminal client of Parley.",
    mixinStandardHelpOptions = true,
    version = ParleyCommand.VERSION,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      ChatCommand.class,
      RegisterCommand.class,
      WarmUpCommand.class,
      GenerateCompletion.class,
      ManPageCommand.class,
      HelpCommand.class
    })
public final class ParleyCommand implements Runnable {

  static final String VERSION = "Parley 0.1.0";

  @Spec private CommandSpec spec;

  /// Made by the command line.
  public ParleyCommand() {}

  /// {@return the command line with its mapping of failures to exit codes}
  public static CommandLine commandLine() {
    var line = new CommandLine(new ParleyCommand());
    line.setExecutionExceptionHandler(new FailureHandler());
    line.setParameterExceptionHandler(new UsageHandler());
    return line;
  }

  @Override
  public void run() {
    spec.commandLine().usage(System.out);
  }
}
