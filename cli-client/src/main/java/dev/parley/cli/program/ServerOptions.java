package dev.parley.cli.program;

import dev.parley.cli.config.Places;
import dev.parley.cli.config.Settings;
import dev.parley.cli.connection.ServerAddress;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Which server, and as whom; what is not given comes from `config.properties`.
final class ServerOptions {

  @Option(
      names = "--server",
      paramLabel = "URL",
      description = {
        "Address of the server, such as wss://chat.example.org:8443.",
        "Without it: 'server' of config.properties, else ws://127.0.0.1:8080."
      })
  private @Nullable String server;

  @Option(
      names = "--user",
      paramLabel = "NAME",
      description = "Handle to log in as. Without it: 'user' of config.properties, else asked.")
  private @Nullable String user;

  Settings settings(Places places) {
    try {
      return Settings.read(places.settings());
    } catch (IOException | IllegalArgumentException e) {
      throw new TroubleException(
          String.valueOf(e.getMessage()), "mend " + places.settings(), ExitCode.USAGE);
    }
  }

  ServerAddress address(Settings settings) {
    try {
      return ServerAddress.of(server == null ? settings.server() : server);
    } catch (IllegalArgumentException e) {
      throw new TroubleException(
          String.valueOf(e.getMessage()), "give --server, or set it in config", ExitCode.USAGE);
    }
  }

  String user(Settings settings) {
    return user == null ? settings.user() : user.strip().toLowerCase(Locale.ROOT);
  }
}
