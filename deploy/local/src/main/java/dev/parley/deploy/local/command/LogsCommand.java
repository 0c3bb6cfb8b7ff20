package dev.parley.deploy.local.command;

import dev.parley.deploy.local.console.TroubleException;
import dev.parley.deploy.local.home.Home;
import dev.parley.deploy.local.log.LogFollower;
import dev.parley.deploy.local.log.RotatingLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `./parley logs [SERVICE]`: the end of the logs, and what comes with `-f`.
@Command(
    name = "logs",
    description = "Shows the end of the logs of all processes, or of one.",
    mixinStandardHelpOptions = true)
public final class LogsCommand implements Callable<Integer> {

  private static final int POLL_MILLIS = 200;
  private static final String SUFFIX = ".log";

  @Parameters(
      arity = "0..1",
      paramLabel = "SERVICE",
      description = "gateway, auth-service-1, kafka, postgres, parley (the launcher itself) …")
  private String service = "";

  @Option(
      names = {"-f", "--follow"},
      description = "Goes on with what is written, until Ctrl+C.")
  private boolean follow;

  @Option(
      names = {"-n", "--lines"},
      paramLabel = "N",
      defaultValue = "40",
      description = "Lines from the end of each log; default 40.")
  private int lines = 40;

  /// Made by the command line.
  public LogsCommand() {}

  @Override
  public Integer call() throws IOException, InterruptedException {
    Home home = Home.of(System.getenv());
    List<Path> files = files(home.logs());
    if (files.isEmpty()) {
      throw new TroubleException(
          "there is no log" + (service.isEmpty() ? "" : " of " + service) + " in " + home.logs(),
          "see the names with ./parley status, or start with ./parley up");
    }
    var followers = new ArrayList<LogFollower>();
    for (Path file : files) {
      String prefix = files.size() == 1 ? "" : name(file) + " | ";
      followers.add(new LogFollower(file, line -> System.out.println(prefix + line)));
      RotatingLog.tail(file, lines).forEach(line -> System.out.println(prefix + line));
    }
    while (follow) {
      for (LogFollower follower : followers) {
        follower.poll();
      }
      Thread.sleep(POLL_MILLIS);
    }
    return 0;
  }

  private List<Path> files(Path folder) throws IOException {
    if (Files.notExists(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(file -> file.toString().endsWith(SUFFIX))
          .filter(file -> isWanted(name(file)))
          .sorted()
          .toList();
    }
  }

  private boolean isWanted(String name) {
    return service.isEmpty()
        || name.equals(service)
        || name.matches("\\Q" + service + "\\E(-service)?-\\d");
  }

  private static String name(Path file) {
    String name = file.getFileName().toString();
    return name.substring(0, name.length() - SUFFIX.length());
  }
}
