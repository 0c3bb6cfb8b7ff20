package dev.parley.cli.config;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Properties;

/// What a person set in `config.properties`.
///
/// @param server address of the server, as [dev.parley.cli.connection.ServerAddress] reads it
/// @param user handle to log in as; empty to be asked
/// @param bell when the terminal rings
/// @param isColored whether colours are used where the terminal has them
/// @param isPlain whether one line per event is printed, without any escape sequence
/// @param hasSidebar whether the list of conversations is shown from the start
/// @param history messages shown when a conversation is opened, 1 to 200
/// @param tellsTyping whether others are told that one is writing
public record Settings(
    String server,
    String user,
    Bell bell,
    boolean isColored,
    boolean isPlain,
    boolean hasSidebar,
    int history,
    boolean tellsTyping) {

  private static final int MOST_HISTORY = 200;
  private static final List<String> KEYS =
      List.of("bell", "color", "history", "plain", "server", "sidebar", "typing", "user");

  /// {@return the settings of a file; the usual ones where there is none}
  ///
  /// @param file `config.properties`
  /// @throws IOException if it cannot be read
  /// @throws IllegalArgumentException if it holds what is no setting; the message names key and
  ///   cure
  public static Settings read(Path file) throws IOException {
    var properties = new Properties();
    if (Files.exists(file)) {
      try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
        properties.load(reader);
      }
    }
    return of(properties, file);
  }

  static Settings of(Properties properties, Path file) {
    for (String key : properties.stringPropertyNames()) {
      if (!KEYS.contains(key)) {
        throw new IllegalArgumentException(
            file + ": there is no setting '" + key + "'; take one of " + String.join(", ", KEYS));
      }
    }
    return new Settings(
        properties.getProperty("server", "ws://127.0.0.1:8080").strip(),
        properties.getProperty("user", "").strip().toLowerCase(Locale.ROOT),
        bell(properties.getProperty("bell", "mentions").strip(), file),
        bool(properties, "color", true, file),
        bool(properties, "plain", false, file),
        bool(properties, "sidebar", false, file),
        history(properties.getProperty("history", "20").strip(), file),
        bool(properties, "typing", true, file));
  }

  private static Bell bell(String word, Path file) {
    return switch (word) {
      case "none" -> Bell.NONE;
      case "mentions" -> Bell.MENTIONS;
      case "all" -> Bell.ALL;
      default -> throw wrong(file, "bell", "none, mentions or all", word);
    };
  }

  private static boolean bool(Properties properties, String key, boolean usual, Path file) {
    String word = properties.getProperty(key, Boolean.toString(usual)).strip();
    return switch (word) {
      case "true", "on", "yes" -> true;
      case "false", "off", "no" -> false;
      default -> throw wrong(file, key, "true or false", word);
    };
  }

  private static int history(String word, Path file) {
    try {
      int count = Integer.parseInt(word);
      if (count >= 1 && count <= MOST_HISTORY) {
        return count;
      }
    } catch (NumberFormatException _) {
      // Told below.
    }
    throw wrong(file, "history", "a number from 1 to " + MOST_HISTORY, word);
  }

  private static IllegalArgumentException wrong(Path file, String key, String rule, String found) {
    return new IllegalArgumentException(
        file + ": " + key + " must be " + rule + ", found '" + found + "'");
  }
}
