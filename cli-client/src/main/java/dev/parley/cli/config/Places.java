package dev.parley.cli.config;

import java.nio.file.Path;
import java.util.Map;

/// Where the files of the client lie, after the XDG base directory specification.
///
/// @param config folder of what a person sets: `$XDG_CONFIG_HOME/parley`, or `~/.config/parley`
/// @param state folder of what the client keeps: `$XDG_STATE_HOME/parley`, or
///   `~/.local/state/parley`
/// @param data folder of what a person must not lose: `$XDG_DATA_HOME/parley`, or
///   `~/.local/share/parley`
public record Places(Path config, Path state, Path data) {

  /// {@return the places of this person}
  public static Places ofUser() {
    return of(System.getenv(), Path.of(System.getProperty("user.home")));
  }

  static Places of(Map<String, String> environment, Path homeOfAccount) {
    // The specification counts from this variable; the JDK asks the list of accounts instead.
    String set = environment.getOrDefault("HOME", "");
    Path home = set.startsWith("/") ? Path.of(set) : homeOfAccount;
    return new Places(
        folder(environment, "XDG_CONFIG_HOME", home.resolve(".config")),
        folder(environment, "XDG_STATE_HOME", home.resolve(".local/state")),
        folder(environment, "XDG_DATA_HOME", home.resolve(".local/share")));
  }

  /// {@return the file of settings}
  public Path settings() {
    return config.resolve("config.properties");
  }

  /// {@return the file of certificates that a person has confirmed}
  public Path knownServers() {
    return config.resolve("known_servers");
  }

  /// {@return the file of lines typed before}
  public Path history() {
    return state.resolve("history");
  }

  private static Path folder(Map<String, String> environment, String variable, Path otherwise) {
    String set = environment.getOrDefault(variable, "");
    // The specification has relative paths ignored.
    Path base = set.startsWith("/") ? Path.of(set) : otherwise;
    return base.resolve("parley");
  }
}
