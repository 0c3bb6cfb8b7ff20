package dev.parley.gateway.door.ssh.shell;

import dev.parley.gateway.request.MessageRequest;
import dev.parley.gateway.request.Request;
import dev.parley.gateway.request.Target;
import dev.parley.gateway.request.line.LineParser;
import java.util.List;
import java.util.Locale;

/// Reads what somebody types. A line with a slash is a command; any other goes to the current
/// conversation, or is a command too while there is none. For one thread.
final class TypedLines {
  private static final String HELP =
      """
      /to #group, /to @user    where plain text goes; /to alone: nowhere
      //text                   text that begins with a slash
      /plain                   the line protocol from here on, for scripts and screen readers
      Ctrl+C clears the line, Ctrl+D leaves, Tab completes; all other commands:
      """;

  private String current = "";

  /// {@return what stands before the line}
  String prompt() {
    return current + "> ";
  }

  /// {@return what the line means}
  Typed read(String line) {
    String text = line.strip();
    if (text.isEmpty()) {
      return new Typed.Nothing();
    }
    if (text.startsWith("//")) {
      return message(text.substring(1));
    }
    if (!text.startsWith("/")) {
      return current.isEmpty() && isCommand(text) ? command(text) : message(text);
    }
    List<String> words = List.of(text.split("\\s+"));
    return switch (words.getFirst()) {
      case "/to" -> to(words);
      case "/plain" -> new Typed.Plain();
      case "/help" -> new Typed.Word(HELP + String.join("\n", LineParser.usages()) + "\n");
      default -> command(text);
    };
  }

  private Typed to(List<String> words) {
    String target = words.size() > 1 ? words.get(1) : "";
    boolean named = target.length() > 1 && (target.startsWith("@") || target.startsWith("#"));
    if (!named && !target.isEmpty()) {
      return new Typed.Word("usage: /to #group, /to @user, or /to for nowhere\n");
    }
    current = target;
    return new Typed.Nothing();
  }

  private Typed message(String text) {
    if (current.isEmpty()) {
      return new Typed.Word("to whom? first: /to #group or /to @user; /help lists the commands\n");
    }
    Target target = current.startsWith("#") ? new Target.Group(current) : new Target.User(current);
    return new Typed.Ask(new MessageRequest.SendMessage(target, text, false));
  }

  private static boolean isCommand(String text) {
    String first = text.split("\\s+", 2)[0].toLowerCase(Locale.ROOT);
    return first.startsWith("@") || LineParser.verbs().contains(first);
  }

  private static Typed command(String text) {
    Request request = LineParser.parse(text);
    return request == null ? new Typed.Nothing() : new Typed.Ask(request);
  }
}
