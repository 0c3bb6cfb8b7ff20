package dev.parley.deploy.local.admin;

import static dev.parley.deploy.local.admin.AdminClient.object;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.deploy.local.console.Console;
import dev.parley.deploy.local.console.TroubleException;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `./parley admin add-user`: an import of one.
@Command(
    name = "add-user",
    description = "Makes an account with a fresh password, which is shown once.",
    mixinStandardHelpOptions = true)
final class AddUserCommand implements Callable<Integer> {
  @ParentCommand private AdminCommand admin;

  @Parameters(paramLabel = "USER", description = "Name of the account.")
  private String user = "";

  @Option(
      names = "--role",
      paramLabel = "ROLE",
      defaultValue = "member",
      description = "member, moderator or admin; ${DEFAULT-VALUE} if not given.")
  private String role = "";

  @Override
  public Integer call() {
    AdminClient client = admin.connect();
    String password = FreshPassword.make();
    String hash = Hashing.of(client.get("policy", Map.of())).hash(password);
    JsonNode done = client.post("imports", importOfOne(hash));
    if (!done.path("taken").isEmpty()) {
      throw new TroubleException(
          user + " belongs to somebody already",
          "choose another name; ./parley admin users shows those that are taken");
    }
    Console console = Console.ofOutput();
    console.line("password of " + user + ": " + password);
    console.line("it is shown this once; its owner changes it with: password " + password + " NEW");
    return 0;
  }

  private ObjectNode importOfOne(String hash) {
    // The server knows an import by its id: another account of this name is not this one again.
    ObjectNode request = object().put("id", UUID.randomUUID().toString()).put("dryRun", false);
    request
        .putArray("accounts")
        .addObject()
        .put("account", user)
        .put("hash", hash)
        .put("role", role);
    return request;
  }
}
