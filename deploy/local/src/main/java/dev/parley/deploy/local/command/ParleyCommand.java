package dev.parley.deploy.local.command;

import dev.parley.deploy.local.admin.AdminCommand;
import dev.parley.deploy.local.backup.BackupCommand;
import dev.parley.deploy.local.backup.RestoreCommand;
import dev.parley.deploy.local.canary.CanaryCommand;
import dev.parley.deploy.local.deadletter.DeadLettersCommand;
import dev.parley.deploy.local.rebuild.RebuildCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `./parley`: shows what there is.
@Command(
    name = "parley",
    description = "Runs Parley on this machine.",
    mixinStandardHelpOptions = true,
    version = "Parley 0.1.0",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      UpCommand.class,
      DownCommand.class,
      StatusCommand.class,
      LogsCommand.class,
      ScaleCommand.class,
      ResetCommand.class,
      BackupCommand.class,
      RestoreCommand.class,
      RebuildCommand.class,
      DeadLettersCommand.class,
      AdminCommand.class,
      CanaryCommand.class,
      HelpCommand.class,
      MakeCachesCommand.class
    },
    footer = {
      "  chat    The terminal client; 'register' makes an account first. See --help.",
      "  bench   Measures a stack that runs with --load-test: ./parley bench all, or --help.",
      "  test    Runs all tests: ./mvnw -B -T 2 verify, with what follows passed on.",
      "",
      "The data folder is $PARLEY_HOME, or ~/.local/share/parley. Begin with ./parley up"
    })
public final class ParleyCommand implements Runnable {

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
