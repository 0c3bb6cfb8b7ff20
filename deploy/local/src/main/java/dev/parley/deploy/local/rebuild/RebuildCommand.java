package dev.parley.deploy.local.rebuild;

import dev.parley.deploy.local.console.Console;
import dev.parley.deploy.local.console.Table;
import dev.parley.deploy.local.console.Ticker;
import dev.parley.deploy.local.console.TroubleException;
import dev.parley.deploy.local.database.DatabaseAddress;
import dev.parley.deploy.local.database.RestoreRecord;
import dev.parley.deploy.local.home.Home;
import dev.parley.deploy.local.home.Repository;
import dev.parley.deploy.local.part.Service;
import dev.parley.deploy.local.stack.StoppedStack;
import dev.parley.deploy.local.status.StatusReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `./parley rebuild`: makes the tables of routing-service again from the log, while the stack is
/// down. Until the last step the old ones are in place; a kill leaves them as they were.
@Command(
    name = "rebuild",
    description = "Makes the tables of conversations again from the log; the stack is stopped.",
    mixinStandardHelpOptions = true)
public final class RebuildCommand implements Callable<Integer> {

  @Option(
      names = "--limit",
      paramLabel = "HOURS",
      defaultValue = "12",
      description = "Gives up after so many hours. Default: 12.")
  private int limitHours = 12;

  @Option(
      names = "--accept-loss",
      description = "Exchanges the tables even if the log lacks messages that are in use.")
  private boolean acceptLoss;

  /// Made by the command line.
  public RebuildCommand() {}

  @Override
  public Integer call() throws SQLException {
    Console console = Console.ofOutput();
    Home home = Home.of(System.getenv());
    if (new StatusReader(home).supervisor().isPresent()) {
      throw new TroubleException("the stack is running", "stop it first: ./parley down");
    }
    if (limitHours < 1) {
      throw new TroubleException("--limit is 1 hour at least", "leave it out for 12 hours");
    }
    long begin = System.nanoTime();
    try (StoppedStack stack = StoppedStack.start(Repository.root(), home)) {
      var address = new DatabaseAddress(stack.databaseUrl(), "postgres", stack.superuserPassword());
      try (Connection connection = address.connect()) {
        rebuild(stack, connection, console);
      }
    }
    var took = Duration.ofNanos(System.nanoTime() - begin);
    console.line("rebuilt in " + Console.seconds(took) + "; start with ./parley up");
    return 0;
  }

  private void rebuild(StoppedStack stack, Connection connection, Console console)
      throws SQLException {
    refuseRestored(connection);
    var models = new ReadModels(connection);
    Map<Integer, Long> targets = models.fences();
    LogExtent.read(stack.bootstrapServers()).requireAll(targets);
    models.begin();
    try {
      try (var _ = new Ticker(console, () -> "making the tables from the log")) {
        stack.run(Service.ROUTING, properties(stack, targets), Duration.ofHours(limitHours));
      }
      compare(connection, models, console);
      models.exchange();
    } catch (SQLException | RuntimeException e) {
      models.cancel();
      throw e;
    }
  }

  private static void refuseRestored(Connection connection) throws SQLException {
    Optional<String> restored = RestoreRecord.last(connection);
    if (restored.isPresent()) {
      throw new TroubleException(
          "these data were restored from a backup at %s, and the log begins there: it lacks what was before"
              .formatted(restored.get()),
          "restore a backup again: ./parley restore --replace FILE");
    }
  }

  private static Map<String, String> properties(StoppedStack stack, Map<Integer, Long> targets) {
    Map<String, String> properties = new HashMap<>();
    // The extensions of search lie in the schema in use.
    properties.put(
        "quarkus.datasource.jdbc.url",
        stack.databaseUrl() + "?currentSchema=" + ReadModels.FRESH + "," + ReadModels.IN_USE);
    properties.put("quarkus.flyway.schemas", ReadModels.FRESH);
    properties.put("quarkus.flyway.default-schema", ReadModels.FRESH);
    properties.put("parley.routing.rebuild.enabled", "true");
    targets.forEach((partition, offset) ->
        properties.put("parley.routing.rebuild.targets." + partition, Long.toString(offset)));
    return properties;
  }

  private void compare(Connection connection, ReadModels models, Console console)
      throws SQLException {
    List<String> common = models.tables(ReadModels.FRESH);
    common.retainAll(models.tables(ReadModels.IN_USE));
    common.remove(dev.parley.deploy.local.database.Schemas.HISTORY);
    var comparison = new Comparison(connection, ReadModels.IN_USE, ReadModels.FRESH);
    var table = new Table().row("table", "rows before", "rows now", "");
    for (Comparison.Finding each : comparison.compare(common)) {
      table.row(
          each.table(),
          Long.toString(each.oldRows()),
          Long.toString(each.freshRows()),
          verdict(each));
    }
    table.print(console);
    if (common.contains("entry") && common.contains("conversation")) {
      refuseLoss(comparison.lostEntries());
    }
  }

  /// The index follows the messages at leisure, so the one in use may have been behind.
  private static String verdict(Comparison.Finding finding) {
    if (finding.same()) {
      return "the same";
    }
    return "search_document".equals(finding.table()) ? "indexed anew" : "differs";
  }

  private void refuseLoss(long lost) {
    if (lost > 0 && !acceptLoss) {
      throw new TroubleException(
          lost + " entries that are in use did not come out of the log; nothing was changed",
          "keep the tables as they are, or give these entries up: ./parley rebuild --accept-loss");
    }
  }
}
