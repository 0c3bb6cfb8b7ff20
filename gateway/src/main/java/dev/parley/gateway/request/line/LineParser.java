package dev.parley.gateway.request.line;

import dev.parley.gateway.request.Request;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Turns a line into a request. Verbs are read without regard to case, with or without a slash.
///
/// Never throws: a line that is no command becomes a [Request.Malformed], answered in its turn.
public final class LineParser {
  private static final Map<String, LineCommand> VERBS = table();

  private LineParser() {}

  /// {@return the request that a line makes, or `null` for an empty line}
  ///
  /// @param line a line without its end
  public static @Nullable Request parse(String line) {
    if (line.isBlank()) {
      return null;
    }
    Words words = new Words(line);
    String first = words.next();
    if (first.length() > 1 && first.charAt(0) == '@') {
      Request request = MessageCommands.toUser(first, words.rest());
      return request != null ? request : LineCommand.malformed("usage: @USER TEXT");
    }
    LineCommand command = VERBS.get(withoutSlash(first).toLowerCase(Locale.ROOT));
    return command == null
        ? LineCommand.malformed("no such command; try help")
        : command.read(words);
  }

  /// {@return every verb, as it is typed; for completion}
  public static Set<String> verbs() {
    return VERBS.keySet();
  }

  /// {@return how each command is used and what it does, as `help` lists them}
  public static List<String> usages() {
    return Stream.of(LineCommand.values())
        .map(command -> command.usage() + "  -  " + command.meaning())
        .toList();
  }

  private static String withoutSlash(String verb) {
    return verb.startsWith("/") ? verb.substring(1) : verb;
  }

  private static Map<String, LineCommand> table() {
    Map<String, LineCommand> verbs = new HashMap<>();
    verbs.put("help", LineCommand.HELP);
    verbs.put("register", LineCommand.REGISTER);
    verbs.put("login", LineCommand.LOGIN);
    verbs.put("password", LineCommand.PASSWORD);
    verbs.put("keys", LineCommand.KEYS);
    verbs.put("message", LineCommand.MESSAGE);
    verbs.put("msg", LineCommand.MESSAGE);
    verbs.put("broadcast", LineCommand.BROADCAST);
    verbs.put("create", LineCommand.CREATE_GROUP);
    verbs.put("group", LineCommand.GROUP_ADD);
    verbs.put("grouplist", LineCommand.GROUPLIST);
    verbs.put("groups", LineCommand.GROUPLIST);
    verbs.put("whoelse", LineCommand.WHOELSE);
    verbs.put("users", LineCommand.WHOELSE);
    verbs.put("!users", LineCommand.WHOELSE);
    verbs.put("wholasthr", LineCommand.WHOLASTHR);
    verbs.put("ping", LineCommand.PING);
    verbs.put("block", LineCommand.BLOCK);
    verbs.put("unblock", LineCommand.UNBLOCK);
    verbs.put("offline", LineCommand.OFFLINE);
    verbs.put("history", LineCommand.HISTORY);
    verbs.put("file", LineCommand.FILE);
    verbs.put("get", LineCommand.GET);
    verbs.put("reply", LineCommand.REPLY);
    verbs.put("edit", LineCommand.EDIT);
    verbs.put("delete", LineCommand.DELETE);
    verbs.put("react", LineCommand.REACT);
    verbs.put("unreact", LineCommand.UNREACT);
    verbs.put("pin", LineCommand.PIN);
    verbs.put("unpin", LineCommand.UNPIN);
    verbs.put("pinned", LineCommand.PINNED);
    verbs.put("trace", LineCommand.TRACE);
    verbs.put("search", LineCommand.SEARCH);
    verbs.put("logout", LineCommand.LOGOUT);
    verbs.put("quit", LineCommand.LOGOUT);
    verbs.put("exit", LineCommand.LOGOUT);
    verbs.put("tata", LineCommand.LOGOUT);
    return Map.copyOf(verbs);
  }
}
