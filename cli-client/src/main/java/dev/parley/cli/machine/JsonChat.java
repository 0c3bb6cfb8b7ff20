package dev.parley.cli.machine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.cli.connection.Link;
import dev.parley.cli.connection.LinkConfig;
import dev.parley.cli.connection.LinkState;
import dev.parley.cli.connection.Loop;
import dev.parley.cli.connection.RefusedException;
import dev.parley.cli.frame.Frames;
import dev.parley.cli.session.Account;
import dev.parley.cli.session.Session;
import dev.parley.cli.session.SessionListener;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Frames for programs: requests of docs/protocol.md in, one per line; answers and events out, one
/// per line, in ASCII (what is beyond is written as an escape of JSON, so no line can drive a
/// terminal).
///
/// The first request is `login`, `register` or `resume`, unless a session was kept. Beside the
/// frames of the server there is `{"type":"link","state":…}` with `open`, `live`, `waiting` or
/// `ended`. After a lost connection the session goes on by itself; requests under way are answered
/// with the error `unavailable`. At the end of the input it waits for the answers under way, at
/// most 15 s.
public final class JsonChat implements SessionListener {

  private static final int MOST_UNDER_WAY = 1_000;
  private static final Duration ANSWERS = Duration.ofSeconds(15);
  private static final ObjectWriter ASCII =
      Frames.JSON.writer().with(JsonWriteFeature.ESCAPE_NON_ASCII.mappedFeature());

  private final Session session;
  private final Loop loop;
  private final PrintStream out;
  private final Cursors cursors = new Cursors();
  private final Map<JsonNode, ObjectNode> underWay = new LinkedHashMap<>();
  private final CompletableFuture<Boolean> ended = new CompletableFuture<>();
  private boolean refused;
  private boolean atEnd;

  /// Makes one that is not connected.
  ///
  /// @param loop the thread of the client
  /// @param link where to
  /// @param out takes the lines
  public JsonChat(Loop loop, LinkConfig link, PrintStream out) {
    this.loop = loop;
    this.out = out;
    this.session = new Session(of -> new Link(link, loop, of, Math::random), this);
  }

  /// {@return the session to log in with; on the loop only}
  public Session session() {
    return session;
  }

  /// {@return done when the server ended the session: true if it goes on elsewhere}
  public CompletableFuture<Boolean> ended() {
    return ended;
  }

  /// Passes requests on until the input or the session ends.
  ///
  /// @param in the requests
  /// @return whether no request was refused
  public boolean run(BufferedReader in) {
    Thread.ofVirtual().start(() -> readAll(in));
    ended.join();
    return !refused;
  }

  @Override
  public void onLive(Account account) {
    link("live");
  }

  @Override
  public void onLink(LinkState state) {
    switch (state) {
      case LinkState.Open _ -> link("open");
      case LinkState.Waiting _ -> {
        link("waiting");
        abandon();
      }
      case LinkState.Ended _ -> {
        link("ended");
        abandon();
        ended.complete(true);
      }
      case LinkState.Idle _ -> {
        abandon();
        ended.complete(false);
      }
      case LinkState.Connecting _ -> {
        // What follows is told.
      }
    }
  }

  @Override
  public void onFrame(JsonNode frame) {
    cursors.onFrame(frame);
    String type = Frames.text(frame, "type");
    if (type.equals("ok") || type.equals("error")) {
      onAnswer(frame, underWay.remove(frame.path("id")), type.equals("error"));
    }
    print(frame);
    leaveIfDone();
  }

  @Override
  public void onExpired(RefusedException refusal) {
    print(error(null, refusal.code(), "the session has ended"));
    ended.complete(true);
  }

  @Override
  public Map<String, Long> cursors() {
    return cursors.all();
  }

  private void onAnswer(JsonNode frame, @Nullable ObjectNode request, boolean error) {
    refused |= error;
    if (request == null || error) {
      return;
    }
    switch (Frames.text(request, "type")) {
      case "login", "register" ->
          session.enter(Frames.text(frame, "user"), Frames.text(frame, "token"));
      case "resume" -> session.enter(Frames.text(frame, "user"), Frames.text(request, "token"));
      case "logout" -> session.link().keepOpen(false);
      default -> {
        // The answer is all there is to it.
      }
    }
  }

  private void readAll(BufferedReader in) {
    try {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        String request = line;
        // One by one: a fast writer waits here and not in a queue.
        CompletableFuture.runAsync(() -> onLine(request), loop).join();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      loop.execute(() -> {
        atEnd = true;
        leaveIfDone();
        loop.schedule(this::leave, ANSWERS.toMillis(), TimeUnit.MILLISECONDS);
      });
    }
  }

  private void onLine(String line) {
    if (line.isBlank()) {
      return;
    }
    try {
      if (Frames.JSON.readTree(line) instanceof ObjectNode request) {
        pass(request);
      } else {
        refuse(null, "bad_command", "a line must be one JSON object");
      }
    } catch (JsonProcessingException _) {
      refuse(null, "bad_command", "a line must be one JSON object");
    }
  }

  private void pass(ObjectNode request) {
    JsonNode id = request.path("id");
    if (underWay.size() >= MOST_UNDER_WAY) {
      refuse(id, "rate_limited", "1,000 requests are under way");
    } else if (!session.link().tell(request)) {
      refuse(id, "unavailable", "not connected");
    } else if (request.has("id")) {
      underWay.put(id, request);
    }
  }

  private void abandon() {
    for (JsonNode id : underWay.keySet()) {
      refuse(id, "unavailable", "connection lost");
    }
    underWay.clear();
  }

  private void refuse(@Nullable JsonNode id, String code, String text) {
    refused = true;
    print(error(id, code, text));
  }

  private void leaveIfDone() {
    if (atEnd && underWay.isEmpty()) {
      leave();
    }
  }

  private void leave() {
    session.close();
    ended.complete(false);
  }

  private void link(String state) {
    print(Frames.JSON.createObjectNode().put("type", "link").put("state", state));
  }

  private static ObjectNode error(@Nullable JsonNode id, String code, String text) {
    ObjectNode error = Frames.JSON.createObjectNode().put("type", "error");
    if (id != null && !id.isMissingNode()) {
      error.set("id", id);
    }
    return error.put("code", code).put("message", text);
  }

  private void print(JsonNode frame) {
    try {
      out.println(ASCII.writeValueAsString(frame));
      out.flush();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a frame that was read can be written", e);
    }
  }
}
