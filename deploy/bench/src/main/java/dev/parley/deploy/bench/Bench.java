package dev.parley.deploy.bench;

import dev.parley.deploy.bench.command.BenchCommand;

/// The program behind `./parley bench`.
public final class Bench {

  private Bench() {}

  /// Runs one scenario; exit code 0 if it kept every promise, 1 if not, 2 if the options are wrong.
  ///
  /// @param arguments what a person wrote
  public static void main(String[] arguments) {
    System.exit(BenchCommand.commandLine().execute(arguments));
  }
}
