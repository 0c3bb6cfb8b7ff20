package dev.parley.deploy.local.deadletter;

import dev.parley.contracts.codec.DeadLetter;
import dev.parley.deploy.local.console.Console;
import dev.parley.deploy.local.console.TroubleException;
import dev.parley.deploy.local.home.Home;
import dev.parley.deploy.local.state.RunState;
import dev.parley.deploy.local.state.StateFile;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `./parley dead-letters`: what was passed over, and why.
@Command(
    name = "dead-letters",
    description = "Shows the records that no service could read or apply, and why.",
    mixinStandardHelpOptions = true)
public final class DeadLettersCommand implements Callable<Integer> {

  @Option(
      names = "--records",
      description = "Shows the records too; what people wrote may be in them.")
  private boolean records;

  @Option(
      names = "--bootstrap-server",
      paramLabel = "HOST:PORT",
      description = "A broker; else that of the stack on this machine.")
  private @Nullable String server;

  /// Made by the command line.
  public DeadLettersCommand() {}

  @Override
  public Integer call() {
    Console console = Console.ofOutput();
    int count =
        new LetterTopic(server == null ? ofStack() : server)
            .read((at, letter) -> show(console, at, letter));
    console.line(
        count == 0
            ? "no dead letters within the last four weeks"
            : count
                + (count == 1 ? " dead letter" : " dead letters")
                + "; the others of their partitions went on; see docs/runbook.md");
    return 0;
  }

  private void show(Console console, long at, DeadLetter letter) {
    console.line(
        "%s  %s partition %d offset %d  %s"
            .formatted(
                Instant.ofEpochMilli(at),
                printable(letter.topic()),
                letter.partition(),
                letter.offset(),
                printable(letter.reason())));
    byte[] value = letter.value();
    if (records && value != null) {
      console.line("  key " + printable(String.valueOf(letter.key())));
      console.line("  " + printable(new String(value, StandardCharsets.UTF_8)));
    }
  }

  /// Whatever lies in a topic must not drive a terminal.
  static String printable(String text) {
    return text.replaceAll("\\p{C}", "?");
  }

  private static String ofStack() {
    RunState state =
        new StateFile(Home.of(System.getenv()))
            .read()
            .filter(recorded -> recorded.supervisor().find().isPresent())
            .orElseThrow(
                () -> new TroubleException("no stack is running", "start one with ./parley up"));
    return state.processes().stream()
        .filter(process -> "kafka".equals(process.service()))
        .map(process -> "127.0.0.1:" + process.ports().getOrDefault("broker", 0))
        .findFirst()
        .orElseThrow(
            () -> new TroubleException("the stack has no Kafka yet", "wait for ./parley up"));
  }
}
