package dev.parley.cli;

import dev.parley.cli.program.ParleyCommand;

/// The program `parley`.
public final class ParleyCli {

  private ParleyCli() {}

  /// Runs one command; the exit code of the process is that of the command.
  ///
  /// @param arguments what a person wrote
  public static void main(String[] arguments) {
    System.exit(ParleyCommand.commandLine().execute(arguments));
  }
}
