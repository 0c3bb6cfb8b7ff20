package dev.parley.deploy.bench.frame;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Queue;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Turns the tool's lines into requests, and remembers how each answer begins as a line.
final class FrameRequests {

  /// The beginnings of the answers that have not come; as many as the tool leaves unanswered.
  private final Queue<Awaited> awaited = new ArrayDeque<>();

  private long lastId;

  /// An answer that has not come.
  ///
  /// @param id id of the request
  /// @param line how the answer begins as a line
  /// @param end what of the answer belongs behind it
  record Awaited(long id, String line, End end) {}

  /// What ends an answer as a line.
  enum End {
    NOTHING,
    SEQ,
    TOKEN
  }

  /// {@return the request for a line, as JSON}
  ///
  /// @param line the line without its end
  /// @throws IllegalArgumentException if the tool has no such line
  byte[] request(String line) {
    String[] words = line.split(" ", 3);
    String json =
        switch (words[0]) {
          case "login", "register" -> enter(words[0], words[1], words[2]);
          case "resume" -> resume(words[2].split(" "));
          case "message" -> message(words[1], words[2]);
          case "broadcast" ->
              send("#lobby", line.substring("broadcast ".length()), "+ok broadcast #lobby ");
          case "create" -> members("createGroup", words[2], "+ok create");
          case "group" -> members("addMembers", words[2], "+ok group add");
          case "ping" -> ask("ping", "\"user\":" + quoted(words[1]), "+ok ping", End.NOTHING);
          default -> throw new IllegalArgumentException("no frame for " + words[0]);
        };
    return json.getBytes(StandardCharsets.UTF_8);
  }

  /// {@return the answer that is due next; `null` if none is}
  @Nullable Awaited next() {
    return awaited.poll();
  }

  private String enter(String verb, String user, String password) {
    return ask(
        verb,
        "\"user\":" + quoted(user) + ",\"password\":" + quoted(password),
        "+ok " + verb,
        End.TOKEN);
  }

  /// Of a line `resume USER TOKEN CONVERSATION SEQ`.
  private String resume(String[] tokenAndCursor) {
    return ask(
        "resume",
        "\"token\":%s,\"cursors\":{%s:%s}"
            .formatted(quoted(tokenAndCursor[0]), quoted(tokenAndCursor[1]), tokenAndCursor[2]),
        "+ok resume",
        End.NOTHING);
  }

  private String message(String first, String rest) {
    if (!first.equals("group")) {
      return send("@" + first, rest, "+ok message @" + first + " ");
    }
    int space = rest.indexOf(' ');
    String group = "#" + rest.substring(0, space);
    return send(group, rest.substring(space + 1), "+ok message " + group + " ");
  }

  private String send(String to, String text, String answer) {
    String fields =
        "\"to\":%s,\"text\":%s,\"clientId\":\"%d\"".formatted(quoted(to), quoted(text), lastId + 1);
    return ask("send", fields, answer, End.SEQ);
  }

  private String members(String type, String groupAndUsers, String answer) {
    String[] words = groupAndUsers.split(" ");
    String users =
        Arrays.stream(words).skip(1).map(FrameRequests::quoted).collect(Collectors.joining(","));
    return ask(
        type,
        "\"group\":" + quoted("#" + words[0]) + ",\"users\":[" + users + "]",
        answer,
        End.NOTHING);
  }

  private String ask(String type, String fields, String answer, End end) {
    lastId++;
    awaited.add(new Awaited(lastId, answer, end));
    return "{\"type\":\"" + type + "\",\"id\":" + lastId + "," + fields + "}";
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
