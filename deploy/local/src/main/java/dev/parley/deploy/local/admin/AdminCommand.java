package dev.parley.deploy.local.admin;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `./parley admin`: shows what there is.
@Command(
    name = "admin",
    description = "Administers accounts, and shows the audit trail.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      UsersCommand.class,
      AddUserCommand.class,
      LockCommand.class,
      UnlockCommand.class,
      ResetPasswordCommand.class,
      RoleCommand.class,
      ImportUsersCommand.class,
      AuditCommand.class,
      RotateKeysCommand.class
    },
    footer = {
      "",
      "On the server's machine it needs no login: whoever can read the data folder is the"
          + " operator.",
      "From elsewhere, as an administrator: ./parley admin --server https://HOST:8443 --user NAME"
          + " COMMAND"
    })
public final class AdminCommand implements Runnable {
  @Spec private CommandSpec spec;
  @Mixin private AdminServer server = new AdminServer();

  /// Made by the command line.
  public AdminCommand() {}

  AdminClient connect() {
    return server.connect();
  }

  @Override
  public void run() {
    spec.commandLine().usage(System.out);
  }
}
