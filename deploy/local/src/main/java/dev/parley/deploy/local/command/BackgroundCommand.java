package dev.parley.deploy.local.command;

import dev.parley.deploy.embedded.DetachedCommand;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// This program once more, in a session of its own that outlives the terminal.
final class BackgroundCommand {

  private BackgroundCommand() {}

  /// {@return a builder whose standard error goes where its output does}
  ///
  /// @param arguments command and options, as a person would write them
  static ProcessBuilder of(List<String> arguments) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xms8m", "-Xmx48m"));
    command.add("-Dparley.root=" + System.getProperty("parley.root", ""));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add("dev.parley.deploy.local.Launcher");
    command.addAll(arguments);
    return DetachedCommand.of(command)
        .redirectInput(new File("/dev/null"))
        .redirectErrorStream(true);
  }
}
