package dev.parley.deploy.local.command;

import dev.parley.deploy.local.console.Console;
import dev.parley.deploy.local.console.Ticker;
import dev.parley.deploy.local.console.TroubleException;
import dev.parley.deploy.local.home.Home;
import dev.parley.deploy.local.home.Repository;
import dev.parley.deploy.local.log.RotatingLog;
import dev.parley.deploy.local.stack.Stack;
import dev.parley.deploy.local.stack.StackOptions;
import dev.parley.deploy.local.state.StateFile;
import dev.parley.deploy.local.status.StatusReader;
import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `./parley up`: starts the stack, in the foreground until Ctrl+C, or detached.
@Command(
    name = "up",
    description = "Builds if needed and starts everything; Ctrl+C stops it.",
    mixinStandardHelpOptions = true)
public final class UpCommand implements Callable<Integer> {

  private static final int OK = 0;
  private static final int INTERRUPTED = 130;

  @Mixin private UpOptions options = new UpOptions();

  @Option(
      names = {"-d", "--detach"},
      description = "Returns when the stack is ready and leaves it running.")
  private boolean detach;

  @Option(
      names = "--json",
      description = "With --detach: prints the state as JSON; progress goes to standard error.")
  private boolean json;

  @Option(names = "--no-build", description = "Starts what has been built, however old.")
  @SuppressWarnings(
      "UnusedVariable") // the shell script reads it: it builds before this program runs
  private boolean noBuild;

  @Option(names = DetachedRun.SUPERVISE, hidden = true)
  private boolean supervise;

  @Spec private CommandSpec spec;

  /// Made by the command line.
  public UpCommand() {}

  @Override
  public Integer call() throws Exception {
    Home home = Home.of(System.getenv());
    StackOptions stackOptions = options.toStackOptions(Repository.root(), home);
    Console console = json ? Console.ofError() : Console.ofOutput();
    if (detach) {
      var run = new DetachedRun(home, console);
      return run.start(spec.commandLine().getParent().getParseResult().originalArgs())
          ? report(home, console)
          : 1;
    }
    greet(stackOptions, console);
    return supervise(stackOptions, console);
  }

  private int report(Home home, Console console) {
    var report = new StatusReader(home).read();
    if (json) {
      System.out.println(StateFile.json(report));
    } else {
      new ReadyText(console).printDetached(report);
    }
    return OK;
  }

  private int supervise(StackOptions stackOptions, Console console) throws InterruptedException {
    Home home = stackOptions.home();
    home.prepare();
    var log = new RotatingLog(home.logs().resolve("parley.log"), RotatingLog.DEFAULT_LIMIT);
    var quiet = new AtomicBoolean();
    var stopping = new AtomicBoolean();
    Stack stack =
        Stack.open(
            stackOptions,
            line -> {
              log.line(java.time.Instant.now() + " " + line.strip());
              if (!quiet.get()) {
                console.line(line);
              }
            });
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> stop(stack, console, stopping), "stack-stop"));
    try {
      start(stack, console);
    } catch (TroubleException e) {
      if (stopping.get()) {
        return INTERRUPTED;
      }
      throw e;
    }
    // A detached run has shown what there was to show; from now on the log file takes it.
    quiet.set(supervise);
    if (!supervise) {
      new ReadyText(console).print(stack.state());
    }
    stack.awaitStop();
    return OK;
  }

  private void start(Stack stack, Console console) {
    // A detached run is watched by the process that started it, which has a ticker of its own.
    try (var _ = new Ticker(console, supervise ? () -> "" : stack::waitingFor)) {
      stack.start();
    }
  }

  private static void stop(Stack stack, Console console, AtomicBoolean stopping) {
    if (stack.isClosed()) {
      return;
    }
    stopping.set(true);
    long begin = System.nanoTime();
    console.line("stopping: doors, services, then Kafka and PostgreSQL");
    StopText.explainFirst(ProcessHandle.current(), console);
    try (var _ = new Ticker(console, () -> "stopping " + stack.waitingFor())) {
      stack.close();
    }
    var took = java.time.Duration.ofNanos(System.nanoTime() - begin);
    console.line("stopped in " + Console.seconds(took) + "; start again with ./parley up");
    makeCaches(console);
  }

  private static void makeCaches(Console console) {
    try {
      if (MakeCachesCommand.startInBackground()) {
        console.line("the next start will be quicker: caches are being made in the background");
      }
    } catch (IOException e) {
      console.line("no caches for a quicker start: " + e);
    }
  }

  private static void greet(StackOptions stackOptions, Console console) {
    console.line("Parley 0.1.0, data folder " + stackOptions.home().folder());
    stackOptions.warnings().forEach(warning -> console.line("!!! " + warning));
  }
}
