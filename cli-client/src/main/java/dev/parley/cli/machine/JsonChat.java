package dev.parley.cli.machine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.cli.connection.Link;
import dev.parley.cli.connection.LinkConfig;
import dev.parley.cli.connection.LinkState;
import dev.parley.cli.connection.Loop;
import dev.parley.cli.connection.RefusedException;
import dev.parley.cli.conversation.LinkServer;
import dev.parley.cli.encryption.Traffic;
import dev.parley.cli.encryption.key.KeyPlaces;
import dev.parley.cli.encryption.key.Keyring;
import dev.parley.cli.frame.Frames;
import dev.parley.cli.session.Account;
import dev.parley.cli.session.Session;
import dev.parley.cli.session.SessionListener;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Frames for programs: requests of docs/protocol.md in, one per line; answers and events out, one
/// per line. Texts of encrypted conversations are in clear here, with `sealed` beside them;
/// requests about keys are answered by the client.
///
/// The first request is `login`, `register` or `resume`, unless a session was kept. Beside the
/// frames of the server there is `{"type":"link","state":…}` with `open`, `live`, `waiting` or
/// `ended`. After a lost connection the session goes on by itself; requests under way are answered
/// with the error `unavailable`. At the end of the input it waits for the answers under way, at
/// most 15 s.
public final class JsonChat implements SessionListener {

  private static final Duration ANSWERS = Duration.ofSeconds(15);

  private final Session session;
  private final Loop loop;
  private final Lines lines;
  private final Cursors cursors = new Cursors();
  private final Requests requests;
  private final KeyPlaces keys;
  private final CompletableFuture<Boolean> ended = new CompletableFuture<>();
  private @Nullable Traffic traffic;
  private boolean atEnd;

  /// Makes one that is not connected.
  ///
  /// @param loop the thread of the client
  /// @param link where to
  /// @param keys where keys of accounts lie
  /// @param out takes the lines
  public JsonChat(Loop loop, LinkConfig link, KeyPlaces keys, PrintStream out) {
    this.loop = loop;
    this.keys = keys;
    this.lines = new Lines(out);
    this.session = new Session(of -> new Link(link, loop, of, Math::random), this);
    this.requests = new Requests(session, lines, this::leaveIfDone);
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
    return !lines.hasRefused();
  }

  @Override
  public void onLive(Account account) {
    Traffic begun = traffic;
    if (begun == null) {
      begun = begin(account);
    }
    begun.onLive();
    lines.link("live");
  }

  private Traffic begin(Account account) {
    Keyring keyring = keys.keyring(account.user(), loop);
    var server = new LinkServer(session, loop);
    var begun =
        new Traffic(
            account.user(),
            server,
            keyring,
            keys.passphrase(),
            InstantSource.system(),
            this::onOpened);
    traffic = begun;
    requests.onEntered(
        begun, keyring.isLocked() ? unlock(begun) : CompletableFuture.completedFuture(null));
    return begun;
  }

  /// What cannot be unlocked stays locked, and what waited for it is told so.
  private CompletableFuture<Void> unlock(Traffic begun) {
    ObjectNode unlock = Frames.JSON.createObjectNode();
    ObjectNode skip = Frames.JSON.createObjectNode().put("skip", true);
    return begun
        .answer("unlockKeys", keys.passphrase().isEmpty() ? skip : unlock)
        .handle((_, failure) -> {
          if (failure != null) {
            lines.refuse(null, Session.refusal(failure));
            begun.answer("unlockKeys", skip);
          }
          return null;
        });
  }

  private void onOpened(JsonNode frame) {
    cursors.onFrame(frame);
    lines.print(frame);
  }

  @Override
  public void onLink(LinkState state) {
    switch (state) {
      case LinkState.Open _ -> lines.link("open");
      case LinkState.Waiting _ -> {
        lines.link("waiting");
        requests.abandon();
      }
      case LinkState.Ended _ -> {
        lines.link("ended");
        requests.abandon();
        ended.complete(true);
      }
      case LinkState.Idle _ -> {
        requests.abandon();
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
      requests.onAnswer(frame);
    } else if (traffic != null) {
      traffic.event(frame);
    } else {
      lines.print(frame);
    }
    leaveIfDone();
  }

  @Override
  public void onExpired(RefusedException refusal) {
    lines.refuse(null, refusal.code(), "the session has ended");
    ended.complete(true);
  }

  @Override
  public Map<String, Long> cursors() {
    return cursors.all();
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
        requests.pass(request);
      } else {
        lines.refuse(null, "bad_command", "a line must be one JSON object");
      }
    } catch (JsonProcessingException _) {
      lines.refuse(null, "bad_command", "a line must be one JSON object");
    }
  }

  private void leaveIfDone() {
    if (atEnd && requests.isEmpty()) {
      leave();
    }
  }

  private void leave() {
    if (traffic != null) {
      traffic.close();
    }
    session.close();
    ended.complete(false);
  }
}
