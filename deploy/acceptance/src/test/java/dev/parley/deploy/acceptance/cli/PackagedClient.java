package dev.parley.deploy.acceptance.cli;

import dev.parley.deploy.acceptance.stack.Doors;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// How the packaged client is started, by somebody who has a home of their own.
public final class PackagedClient {

  private PackagedClient() {}

  /// {@return the command line of `parley chat`}
  ///
  /// @param stack the server
  /// @param options further options
  public static List<String> chat(Doors stack, String... options) {
    Path root = Path.of(System.getProperty("parley.root"));
    List<String> command =
        new ArrayList<>(
            List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx192m",
                "-Dorg.jline.terminal.provider=jni",
                "--enable-native-access=ALL-UNNAMED",
                "-jar",
                root.resolve("cli-client/target/cli/lib/parley-cli.jar").toString(),
                "chat",
                "--server",
                stack.frames().toString()));
    command.addAll(List.of(options));
    return command;
  }

  /// {@return variables with a new, empty home}
  public static Map<String, String> environment() {
    try {
      String home = Files.createTempDirectory("parley-cli-").toString();
      return Map.of(
          "HOME",
          home,
          "XDG_CONFIG_HOME",
          home + "/config",
          "XDG_STATE_HOME",
          home + "/state",
          "XDG_DATA_HOME",
          home + "/data",
          "LC_ALL",
          "C.UTF-8",
          "EDITOR",
          "sed -i s/long/edited/");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
