package dev.parley.cli.program;

/// Exit codes of the client; the README lists them.
final class ExitCode {

  static final int OK = 0;
  static final int FAILED = 1;
  static final int USAGE = 2;
  static final int NOT_LOGGED_IN = 3;
  static final int NO_CONNECTION = 4;
  static final int NOT_TRUSTED = 5;
  static final int SESSION_ENDED = 6;
  static final int LOCKED = 7;

  private ExitCode() {}
}
