package dev.parley.deploy.local.admin;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.deploy.local.console.Console;
import dev.parley.deploy.local.console.Table;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `./parley admin users`.
@Command(name = "users", description = "Lists accounts by name.", mixinStandardHelpOptions = true)
final class UsersCommand implements Callable<Integer> {
  private static final String PAGE = "1000";

  @ParentCommand private AdminCommand admin;

  @Option(names = "--role", paramLabel = "ROLE", description = "member, moderator or admin.")
  private String role = "";

  @Option(names = "--locked", description = "Only those that are locked.")
  private boolean locked;

  @Parameters(arity = "0..1", paramLabel = "PREFIX", description = "How their names begin.")
  private String prefix = "";

  @Override
  public Integer call() {
    AdminClient client = admin.connect();
    Table table = new Table().row("user", "role", "state", "since");
    int count = 0;
    String after = "";
    do {
      JsonNode page = client.get("accounts", parameters(after));
      for (JsonNode account : page.path("accounts")) {
        add(table, account);
        count++;
      }
      after = page.path("next").asText("");
    } while (!after.isEmpty());
    Console console = Console.ofOutput();
    table.print(console);
    console.line(count + (count == 1 ? " account" : " accounts"));
    return 0;
  }

  private Map<String, String> parameters(String after) {
    return Map.of(
        "prefix", prefix,
        "role", role,
        "disabled", Boolean.toString(locked),
        "after", after,
        "limit", PAGE);
  }

  private static void add(Table table, JsonNode account) {
    table.row(
        Printable.of(account.path("account").asText()),
        account.path("role").asText().toLowerCase(Locale.ROOT),
        account.path("disabled").asBoolean() ? "locked" : "open",
        Instant.ofEpochMilli(account.path("createdAt").asLong()).toString());
  }
}
