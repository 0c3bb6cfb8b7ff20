package dev.parley.cli.screen;

import dev.parley.cli.command.Command;
import dev.parley.cli.command.Commands;
import dev.parley.cli.text.Emoji;
import dev.parley.cli.text.Neutral;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;
import org.jspecify.annotations.Nullable;

/// Completes `/commands`, `@names`, `#groups` and `:emoji:`; after commands that take a name, names
/// without a sign as well.
final class ChatCompleter implements Completer {

  private static final Set<String> NAMED =
      Set.of(
          "message", "msg", "to", "query", "jump", "ping", "block", "unblock", "help", "history",
          "verify", "trust");
  private static final Map<String, List<String>> WORDS =
      Map.of(
          "/group", List.of("add", "remove", "leave", "members", "mute", "unmute", "muted"),
          "/devices", List.of("make", "add", "remove", "restart"),
          "/encrypt", List.of("on", "off"));
  private static final Set<String> OF_MEMBERS = Set.of("add", "remove", "mute", "unmute");
  private static final Set<String> CALLS = Set.of("all", "here");

  private final Supplier<Suggestions> suggestions;

  ChatCompleter(Supplier<Suggestions> suggestions) {
    this.suggestions = suggestions;
  }

  @Override
  public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
    String word = line.word();
    if (word.startsWith("/") && line.wordIndex() == 0) {
      commands(word.substring(1), candidates);
    } else if (word.startsWith("@")) {
      names(word, candidates);
    } else if (word.startsWith("#")) {
      add(candidates, suggestions.get().groups().stream(), word);
    } else if (word.startsWith(":") && word.length() > 1) {
      emoji(word.substring(1), candidates);
    } else {
      addWords(candidates, line.line().substring(0, line.cursor()), word);
    }
  }

  private void addWords(List<Candidate> candidates, String typed, String word) {
    String[] words = typed.stripLeading().split("\\s+", -1);
    if (words.length == 2 && WORDS.containsKey(words[0])) {
      add(candidates, WORDS.getOrDefault(words[0], List.of()).stream(), word);
    } else if (wantsName(words)) {
      add(candidates, suggestions.get().people().stream(), word);
    }
  }

  private static void commands(String start, List<Candidate> candidates) {
    for (Command each : Commands.all()) {
      if (each.name().startsWith(start.toLowerCase(Locale.ROOT))) {
        candidates.add(
            candidate(
                "/" + each.name(),
                "/" + each.name(),
                each.usage().isEmpty() ? null : each.usage()));
      }
    }
  }

  private void names(String word, List<Candidate> candidates) {
    Stream<String> names = Stream.concat(suggestions.get().people().stream(), CALLS.stream());
    add(candidates, names.map(name -> "@" + name), word);
  }

  private static void emoji(String start, List<Candidate> candidates) {
    for (String name : Emoji.namesBeginningWith(start)) {
      // Completed to the name, which is what was typed; the sign takes its place when it is sent.
      candidates.add(candidate(":" + name + ":", Emoji.sign(name) + " :" + name + ":", null));
    }
  }

  private static void add(List<Candidate> candidates, Stream<String> words, String start) {
    words
        .filter(each -> each.toLowerCase(Locale.ROOT).startsWith(start.toLowerCase(Locale.ROOT)))
        .map(Neutral::line)
        .forEach(each -> candidates.add(candidate(each, each, null)));
  }

  private static Candidate candidate(String value, String shown, @Nullable String usage) {
    return new Candidate(value, shown, null, usage, null, null, true);
  }

  private static boolean wantsName(String[] words) {
    if (words.length == 3 && words[0].equals("/encrypt")) {
      return true;
    }
    if (words.length > 3 && words[0].equals("/group")) {
      return OF_MEMBERS.contains(words[1].toLowerCase(Locale.ROOT));
    }
    return words.length == 2 && words[0].startsWith("/") && NAMED.contains(words[0].substring(1));
  }
}
