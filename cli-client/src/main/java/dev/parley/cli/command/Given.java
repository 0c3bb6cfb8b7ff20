package dev.parley.cli.command;

import dev.parley.cli.conversation.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What stands after the name of a command.
///
/// @param rest the text as it was typed, without blanks at its ends
/// @param words its words
/// @param here the conversation that is open
public record Given(String rest, List<String> words, String here) {

  /// A message that is meant by its number.
  ///
  /// @param conversation where it is
  /// @param seq its number
  /// @param rest what follows
  public record Place(String conversation, long seq, String rest) {}

  static Given of(String rest, String here) {
    String text = rest.strip();
    List<String> words = text.isEmpty() ? List.of() : List.of(text.split("\\s+"));
    return new Given(text, words, here);
  }

  String word(int index) throws UsageException {
    if (index >= words.size()) {
      throw new UsageException();
    }
    return words.get(index);
  }

  String lower(int index) throws UsageException {
    return word(index).toLowerCase(Locale.ROOT);
  }

  /// {@return a handle, with or without `@`}
  String user(int index) throws UsageException {
    String word = lower(index);
    return word.startsWith("@") ? word.substring(1) : word;
  }

  /// {@return all handles from there on, at least one}
  List<String> users(int from) throws UsageException {
    List<String> users = new ArrayList<>();
    user(from);
    for (int at = from; at < words.size(); at++) {
      users.add(user(at));
    }
    return users;
  }

  /// {@return name of a group, with or without `#`}
  String group(int index) throws UsageException {
    String word = lower(index);
    return word.startsWith("#") ? word.substring(1) : word;
  }

  /// {@return a number of minutes, the last word}
  long minutes(int index) throws UsageException {
    if (!isNumber(word(index)) || words.size() > index + 1) {
      throw new UsageException();
    }
    return Long.parseLong(word(index));
  }

  /// {@return the conversation of a word}
  String target(int index) throws UsageException {
    return Names.target(word(index)).orElseThrow(UsageException::new);
  }

  /// {@return the conversation of the first word, or the open one where there is no word}
  String targetOrHere() throws UsageException {
    return words.isEmpty() ? here : target(0);
  }

  /// {@return what follows a number of words, which must be something}
  String after(int count) throws UsageException {
    String text = rest;
    for (int at = 0; at < count; at++) {
      text = text.substring(word(at).length()).stripLeading();
    }
    if (text.isEmpty()) {
      throw new UsageException();
    }
    return text;
  }

  /// {@return what `[TARGET] N …` means}
  Place place() throws UsageException {
    String first = word(0);
    boolean named =
        first.startsWith("@") || (first.startsWith("#") && !isNumber(first.substring(1)));
    int at = named ? 1 : 0;
    String number = word(at).startsWith("#") ? word(at).substring(1) : word(at);
    if (!isNumber(number)) {
      throw new UsageException();
    }
    String rest = words.size() > at + 1 ? after(at + 1) : "";
    return new Place(named ? target(0) : here, Long.parseLong(number), rest);
  }

  static boolean isNumber(String word) {
    return word.matches("[1-9][0-9]{0,17}");
  }
}
