package dev.parley.deploy.acceptance.cli;

import dev.parley.deploy.acceptance.people.Person;
import dev.parley.deploy.acceptance.stack.ParleyStack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Starts the packaged client in terminals; each person has a home of their own.
final class Terminal {

  private Terminal() {}

  /// {@return a terminal in which somebody is logged in and sees the lobby, or what waited}
  ///
  /// @param stack the server
  /// @param person an account that is not logged in
  /// @param options of `parley chat`
  static Tmux chat(ParleyStack stack, Person person, String... options) {
    Tmux terminal = Tmux.run(command(stack, person, options), environment());
    terminal.awaitText("password of " + person + ":");
    terminal.type(person.password());
    terminal.press("Enter");
    terminal.awaitText("stay logged in on this machine?");
    terminal.type("n");
    terminal.press("Enter");
    terminal.awaitRow("a prompt", row -> row.matches("[@#][a-z0-9-]+>"));
    return terminal;
  }

  private static List<String> command(ParleyStack stack, Person person, String... options) {
    Path root = Path.of(System.getProperty("parley.root"));
    List<String> command =
        new ArrayList<>(
            List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx128m",
                "-Dorg.jline.terminal.provider=jni",
                "--enable-native-access=ALL-UNNAMED",
                "-jar",
                root.resolve("cli-client/target/cli/lib/parley-cli.jar").toString(),
                "chat",
                "--server",
                stack.frames().toString(),
                "--user",
                person.handle()));
    command.addAll(List.of(options));
    return command;
  }

  private static Map<String, String> environment() {
    try {
      String home = Files.createTempDirectory("parley-cli-").toString();
      return Map.of(
          "HOME",
          home,
          "XDG_CONFIG_HOME",
          home + "/config",
          "XDG_STATE_HOME",
          home + "/state",
          "LC_ALL",
          "C.UTF-8",
          "EDITOR",
          "sed -i s/long/edited/");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
