package dev.parley.deploy.embedded;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Command lines of PostgreSQL's programs.
final class PostgresCommand {

  private PostgresCommand() {}

  /// {@return the command line of a program, for a user that is not root}
  ///
  /// PostgreSQL refuses root; in a user namespace without a mapping, root is nobody, yet owns the
  /// same files.
  static List<String> asUser(Path program, String... arguments) {
    var command = new ArrayList<String>();
    if ("root".equals(System.getProperty("user.name"))) {
      command.addAll(List.of("unshare", "--user"));
    }
    command.add(program.toString());
    command.addAll(List.of(arguments));
    return command;
  }

  /// {@return a process in a session of its own}
  static ProcessBuilder of(List<String> command) {
    ProcessBuilder builder = DetachedCommand.of(command);
    // Messages in the words that the ready line is recognised by, whatever the user's locale.
    builder.environment().putAll(Map.of("LC_ALL", "C", "PGTZ", "UTC"));
    return builder;
  }
}
