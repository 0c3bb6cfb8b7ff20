package dev.parley.deploy.local.admin;

import static dev.parley.deploy.local.admin.AdminClient.object;

import dev.parley.deploy.local.console.Console;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `./parley admin role`.
@Command(
    name = "role",
    description = "Gives an account a role; its sessions end, so that it counts at once.",
    mixinStandardHelpOptions = true)
final class RoleCommand implements Callable<Integer> {
  @ParentCommand private AdminCommand admin;

  @Parameters(paramLabel = "USER", description = "Name of the account.")
  private String user = "";

  @Parameters(paramLabel = "ROLE", description = "member, moderator or admin.")
  private String role = "";

  @Override
  public Integer call() {
    admin.connect().post("accounts/" + Paths.segment(user) + "/role", object().put("role", role));
    Console.ofOutput()
        .line(
            user
                + " is "
                + role
                + " now, and has to log in again; see all with ./parley admin users");
    return 0;
  }
}
