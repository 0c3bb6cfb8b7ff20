package dev.parley.deploy.local.admin;

import static dev.parley.deploy.local.admin.AdminClient.object;

import dev.parley.deploy.local.console.Console;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `./parley admin lock`.
@Command(
    name = "lock",
    description = "Closes an account: its sessions end, nobody logs in to it.",
    mixinStandardHelpOptions = true)
final class LockCommand implements Callable<Integer> {
  @ParentCommand private AdminCommand admin;

  @Parameters(paramLabel = "USER", description = "Name of the account.")
  private String user = "";

  @Override
  public Integer call() {
    admin
        .connect()
        .post("accounts/" + Paths.segment(user) + "/disabled", object().put("disabled", true));
    Console.ofOutput()
        .line(
            user
                + " is locked: its sessions end now, and no login is let in; open it with ./parley admin unlock "
                + user);
    return 0;
  }
}
