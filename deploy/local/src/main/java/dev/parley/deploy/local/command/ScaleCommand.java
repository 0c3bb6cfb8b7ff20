package dev.parley.deploy.local.command;

import dev.parley.deploy.local.console.Console;
import dev.parley.deploy.local.console.Ticker;
import dev.parley.deploy.local.console.TroubleException;
import dev.parley.deploy.local.control.ControlClient;
import dev.parley.deploy.local.home.Home;
import dev.parley.deploy.local.part.Service;
import dev.parley.deploy.local.stack.StackOptions;
import dev.parley.deploy.local.state.RunState;
import dev.parley.deploy.local.state.StateFile;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `./parley scale SERVICE=N`: changes the number of processes of a service while the stack runs.
@Command(
    name = "scale",
    description = "Starts or stops further processes of a service.",
    mixinStandardHelpOptions = true)
public final class ScaleCommand implements Callable<Integer> {

  @Parameters(arity = "1..*", paramLabel = "SERVICE=N", description = "Such as routing-service=3.")
  private Map<String, Integer> wanted = new LinkedHashMap<>();

  /// Made by the command line.
  public ScaleCommand() {}

  @Override
  public Integer call() {
    Console console = Console.ofOutput();
    RunState state =
        new StateFile(Home.of(System.getenv()))
            .read()
            .filter(recorded -> recorded.supervisor().find().isPresent())
            .orElseThrow(
                () -> new TroubleException("no stack is running", "start one with ./parley up"));
    var client = new ControlClient(Path.of(state.controlSocket()));
    wanted.forEach((label, count) -> scale(client, UpOptions.service(label), count, console));
    console.line("see it with ./parley status");
    return 0;
  }

  private static void scale(ControlClient client, Service service, int count, Console console) {
    StackOptions.requireCount(service, count);
    String what = service.label() + ": " + count + (count == 1 ? " process" : " processes");
    console.line("scaling " + what);
    try (var _ = new Ticker(console, () -> "waiting for " + what)) {
      client.ask("scale " + service.label() + " " + count);
    }
  }
}
