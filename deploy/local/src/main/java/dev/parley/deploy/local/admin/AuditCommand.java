package dev.parley.deploy.local.admin;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.deploy.local.console.Console;
import dev.parley.deploy.local.console.Table;
import dev.parley.deploy.local.console.TroubleException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// `./parley admin audit`.
@Command(
    name = "audit",
    description = "Shows who did what, when and from where, latest first.",
    mixinStandardHelpOptions = true)
final class AuditCommand implements Callable<Integer> {
  private static final int PAGE = 500;

  @ParentCommand private AdminCommand admin;

  @Option(
      names = "--user",
      paramLabel = "U",
      description = "Only what U did, or what was done to U.")
  private String about = "";

  @Option(names = "--action", paramLabel = "A", description = "Only this, such as login_failed.")
  private String action = "";

  @Option(
      names = "--since",
      paramLabel = "T",
      description = "Not before T: 2026-11-20, 2026-11-20T14:00:00Z, or 90m, 24h, 7d ago.")
  private String since = "";

  @Option(names = "--until", paramLabel = "T", description = "Before T, written in the same ways.")
  private String until = "";

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "Most events, ${DEFAULT-VALUE} if not given.")
  private int limit = 100;

  @Option(names = "--json", description = "One JSON object a line, for machines.")
  private boolean json;

  @Override
  public Integer call() {
    if (limit < 1) {
      throw new TroubleException("--limit must be 1 or more, got " + limit, "leave it out for 100");
    }
    List<JsonNode> events = read(admin.connect());
    Console console = Console.ofOutput();
    if (json) {
      events.forEach(event -> console.line(event.toString()));
      return 0;
    }
    Table table = new Table().row("time", "action", "who", "whom", "where", "from");
    events.forEach(event -> add(table, event));
    table.print(console);
    console.line(
        events.size() < limit
            ? events.size() + (events.size() == 1 ? " event" : " events")
            : events.size() + " events, and perhaps more: raise --limit, or set --until");
    return 0;
  }

  private List<JsonNode> read(AdminClient client) {
    List<JsonNode> events = new ArrayList<>();
    String before = "";
    do {
      JsonNode page = client.get("audit", parameters(before, limit - events.size()));
      page.path("events").forEach(events::add);
      before = page.path("next").asText("");
    } while (!before.isEmpty() && events.size() < limit);
    return events;
  }

  private Map<String, String> parameters(String before, int wanted) {
    Instant now = Instant.now();
    return Map.of(
        "account",
        about,
        "action",
        action,
        "from",
        Moments.millis(since, now),
        "to",
        Moments.millis(until, now),
        "before",
        before,
        "limit",
        Integer.toString(Math.min(PAGE, wanted)));
  }

  private static void add(Table table, JsonNode event) {
    table.row(
        Instant.ofEpochMilli(event.path("at").asLong()).toString(),
        text(event, "action"),
        text(event, "account"),
        text(event, "subject"),
        text(event, "conversation"),
        (text(event, "door") + " " + text(event, "address")).strip());
  }

  private static String text(JsonNode event, String field) {
    return Printable.of(event.path(field).asText(""));
  }
}
