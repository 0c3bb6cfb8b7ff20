package dev.parley.cli.rehearsal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.cli.frame.Frames;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import java.util.Optional;

/// A frame door in this process, which takes one client: agrees to a login, has two conversations,
/// and as soon as the first page was fetched, messages come and [#USER] types one and leaves.
public final class RehearsalDoor implements AutoCloseable {

  /// Who chats.
  public static final String USER = "rehearsal";

  private static final String AT = "2026-01-01T12:00:00Z";
  // Ctrl+D is lost between two lines, where the terminal is not raw.
  private static final String LEAVE = "/logout\r";
  private static final String HISTORY =
      """
      {"messages": [
        {"seq": 1, "at": "%1$s", "from": "bob", "text": "**one**, `two` and https://example.org"},
        {"seq": 2, "at": "%1$s", "from": "rehearsal", "text": "two", "replyTo": 1,
         "reactions": {"+": ["bob"]}}], "more": false}
      """
          .formatted(AT);
  private static final Map<String, String> ANSWERS =
      Map.of(
          "resume",
          """
          {"user": "rehearsal", "role": "member"}
          """,
          "conversations",
          """
          {"conversations": [
            {"id": "#lobby", "kind": "lobby", "members": 2, "head": 2, "given": 1, "read": 1,
             "unread": 1, "mentions": 1},
            {"id": "@bob+rehearsal", "kind": "direct", "members": 2, "head": 1, "given": 1, "read": 1,
             "unread": 0, "mentions": 0}], "blocked": []}
          """,
          "whoElse",
          """
          {"users": [{"user": "bob", "door": "ws", "since": "%s", "state": "online"}]}
          """
              .formatted(AT),
          "history",
          HISTORY,
          "send",
          """
          {"conversation": "#lobby", "seq": 4, "at": "%s"}
          """
              .formatted(AT));
  private static final String EVENTS =
      """
      [{"type": "presence", "user": "bob", "state": "away"},
       {"type": "typing", "conversation": "#lobby", "user": "bob"},
       {"type": "message", "conversation": "#lobby", "seq": 3, "at": "%1$s", "from": "bob",
        "text": "@rehearsal, this is a line", "clientId": "1"},
       {"type": "message", "conversation": "@bob+rehearsal", "seq": 2, "at": "%1$s", "from": "bob",
        "text": "and this is for one alone", "clientId": "2"}]
      """
          .formatted(AT);

  private final ServerSocket server;
  private final TypedKeys keys;
  private boolean begun;

  /// Opens the door on a free port of loopback.
  ///
  /// @param keys what the person types
  /// @throws IOException if there is no free port
  public RehearsalDoor(TypedKeys keys) throws IOException {
    this.keys = keys;
    this.server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().name("rehearsal-door").start(this::serve);
  }

  /// {@return host and port}
  public String server() {
    return server.getInetAddress().getHostAddress() + ":" + server.getLocalPort();
  }

  @Override
  public void close() throws IOException {
    server.close();
  }

  private void serve() {
    try {
      try (WebSocketPeer client = new WebSocketPeer(server.accept())) {
        Optional<String> text = client.read();
        while (text.isPresent()) {
          for (JsonNode request : Frames.split(text.get())) {
            answer(request, client);
          }
          text = client.read();
        }
      }
      // Whoever comes afterwards finds a door that closes.
      while (!server.isClosed()) {
        server.accept().close();
      }
    } catch (IOException _) {
      // The rehearsal is over.
    }
  }

  private void answer(JsonNode request, WebSocketPeer client) throws IOException {
    String type = Frames.text(request, "type");
    if (request.has("id")) {
      client.write(answer(type, request.get("id")).toString());
    }
    if (type.equals("history") && !begun) {
      begun = true;
      client.write(EVENTS);
      keys.type("hello @bob :tada:\r");
    } else if (type.equals("send")) {
      keys.type(LEAVE);
    }
  }

  private static ObjectNode answer(String type, JsonNode id) {
    ObjectNode answer = Frames.JSON.createObjectNode().put("type", "ok");
    answer.set("id", id);
    for (JsonNode fields : Frames.split(ANSWERS.getOrDefault(type, "{}"))) {
      fields.properties().forEach(each -> answer.set(each.getKey(), each.getValue()));
    }
    return answer;
  }
}
