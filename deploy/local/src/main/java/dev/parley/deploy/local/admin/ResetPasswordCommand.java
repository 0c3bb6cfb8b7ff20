package dev.parley.deploy.local.admin;

import static dev.parley.deploy.local.admin.AdminClient.object;

import dev.parley.deploy.local.console.Console;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `./parley admin reset-password`.
@Command(
    name = "reset-password",
    description = "Gives an account a fresh password, which is shown once.",
    mixinStandardHelpOptions = true)
final class ResetPasswordCommand implements Callable<Integer> {
  @ParentCommand private AdminCommand admin;

  @Parameters(paramLabel = "USER", description = "Name of the account.")
  private String user = "";

  @Override
  public Integer call() {
    AdminClient client = admin.connect();
    String password = FreshPassword.make();
    String hash = Hashing.of(client.get("policy", Map.of())).hash(password);
    client.post("accounts/" + Paths.segment(user) + "/password", object().put("hash", hash));
    Console console = Console.ofOutput();
    console.line("new password of " + user + ": " + password);
    console.line("it is shown this once; its owner changes it with: password " + password + " NEW");
    return 0;
  }
}
