package dev.parley.deploy.local.admin;

import static dev.parley.deploy.local.admin.AdminClient.object;

import dev.parley.deploy.local.console.Console;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `./parley admin unlock`.
@Command(name = "unlock", description = "Opens an account again.", mixinStandardHelpOptions = true)
final class UnlockCommand implements Callable<Integer> {
  @ParentCommand private AdminCommand admin;

  @Parameters(paramLabel = "USER", description = "Name of the account.")
  private String user = "";

  @Override
  public Integer call() {
    admin
        .connect()
        .post("accounts/" + Paths.segment(user) + "/disabled", object().put("disabled", false));
    Console.ofOutput().line(user + " can log in again; see it with ./parley admin users " + user);
    return 0;
  }
}
