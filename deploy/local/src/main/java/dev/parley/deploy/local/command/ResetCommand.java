package dev.parley.deploy.local.command;

import dev.parley.deploy.embedded.Folders;
import dev.parley.deploy.local.console.Console;
import dev.parley.deploy.local.console.TroubleException;
import dev.parley.deploy.local.home.Home;
import dev.parley.deploy.local.status.StatusReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `./parley reset`: deletes the data folder, after asking.
@Command(
    name = "reset",
    description = "Deletes all data, logs and passwords of the data folder; asks before.",
    mixinStandardHelpOptions = true)
public final class ResetCommand implements Callable<Integer> {

  @Option(names = "--yes", description = "Does not ask.")
  private boolean yes;

  /// Made by the command line.
  public ResetCommand() {}

  @Override
  public Integer call() throws IOException {
    Home home = Home.of(System.getenv());
    Console console = Console.ofOutput();
    if (!home.exists()) {
      console.line("there is no data in " + home.folder() + "; start with ./parley up");
      return 0;
    }
    if (new StatusReader(home).supervisor().isPresent()) {
      throw new TroubleException("the stack is running", "stop it first: ./parley down");
    }
    if (!yes && !isConfirmed(home)) {
      console.line("nothing was deleted; ./parley reset --yes does it without asking");
      return 1;
    }
    Folders.delete(home.folder());
    console.line("deleted " + home.folder() + "; start anew with ./parley up");
    return 0;
  }

  private static boolean isConfirmed(Home home) throws IOException {
    System.out.print(
        "This deletes every account and message in " + home.folder() + ".\nType yes to go on: ");
    System.out.flush();
    var reader = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    return "yes".equals(reader.readLine());
  }
}
