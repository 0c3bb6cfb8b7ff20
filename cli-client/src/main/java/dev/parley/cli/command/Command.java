package dev.parley.cli.command;

import java.util.List;

/// One `/` command.
///
/// @param name its name, lower case
/// @param aliases other spellings
/// @param usage the words after it
/// @param help what it does, one sentence
/// @param action does it
public record Command(String name, List<String> aliases, String usage, String help, Action action) {

  /// What a command does.
  @FunctionalInterface
  public interface Action {
    /// Does it.
    ///
    /// @param given the words
    /// @param desk what it works with
    /// @throws UsageException if the words do not fit
    void run(Given given, Desk desk) throws UsageException;
  }

  static Command of(String name, String usage, String help, Action action) {
    String[] names = name.split(" ");
    return new Command(names[0], List.of(names).subList(1, names.length), usage, help, action);
  }

  boolean isCalled(String word) {
    return name.equals(word) || aliases.contains(word);
  }

  /// {@return name and usage, as help shows them}
  public String synopsis() {
    return usage.isEmpty() ? "/" + name : "/" + name + " " + usage;
  }
}
