package dev.parley.deploy.local;

import dev.parley.deploy.local.command.ParleyCommand;

/// The program behind the script `./parley`.
public final class Launcher {

  private Launcher() {}

  /// Runs one command; the exit code of the process is that of the command.
  ///
  /// @param arguments what a person wrote
  public static void main(String[] arguments) {
    System.exit(ParleyCommand.commandLine().execute(arguments));
  }
}
