package dev.parley.cli.connection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.cli.frame.Frames;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/// One WebSocket at a time, and the next one when it is lost.
///
///     idle ─connect→ connecting ─→ open ─lost→ waiting ─time→ connecting …
///                                   └─ 1000, 4001 → ended ─connect→ connecting
///
/// Everything happens on the loop, which its maker owns: methods are called there, and the listener
/// hears there.
public final class Link implements Socket.Owner {

  private static final String SUBPROTOCOL = "parley.v1";
  private static final int LOGGED_OUT = 1000;
  private static final int TAKEN_OVER = 4001;
  private static final int MISSED_PINGS = 2;

  private final LinkConfig config;
  private final ScheduledExecutorService loop;
  private final LinkListener listener;
  private final RequestTable requests;
  private final Backoff backoff;
  private final HttpClient http;
  private LinkState state = new LinkState.Idle();
  private @Nullable Socket socket;
  private @Nullable Throwable failure;
  private boolean persistent;
  private Future<?> retry = CompletableFuture.completedFuture(null);

  /// Makes a link that is idle.
  ///
  /// @param config where to, and how long to wait
  /// @param loop one thread
  /// @param listener hears what comes
  /// @param random numbers from 0 to below 1, for the pauses between tries
  public Link(
      LinkConfig config,
      ScheduledExecutorService loop,
      LinkListener listener,
      DoubleSupplier random) {
    this.config = config;
    this.loop = loop;
    this.listener = listener;
    this.requests = new RequestTable(loop, config.answerLimit());
    this.backoff = new Backoff(random);
    this.http = client(config);
    long beat = config.heartbeat().toMillis();
    loop.scheduleWithFixedDelay(this::beat, beat, beat, TimeUnit.MILLISECONDS);
  }

  /// Opens a connection now, whatever was being waited for; nothing where one is open or on its
  /// way.
  public void connect() {
    retry.cancel(false);
    if (socket != null) {
      return;
    }
    var opening = new Socket(loop, this);
    socket = opening;
    become(new LinkState.Connecting());
    http.newWebSocketBuilder()
        .connectTimeout(config.connectLimit())
        .subprotocols(SUBPROTOCOL)
        .buildAsync(config.uri(), opening)
        .whenComplete((_, problem) -> onBuilt(opening, problem));
  }

  /// Says whether a lost connection is to be opened again: true once there is a session to resume.
  ///
  /// @param persistent whether it is
  public void keepOpen(boolean persistent) {
    this.persistent = persistent;
    if (persistent) {
      backoff.reset();
    }
  }

  /// Ends the connection and whatever was waited for.
  public void close() {
    persistent = false;
    retry.cancel(false);
    Socket open = socket;
    lose(new LinkState.Idle());
    if (open != null) {
      open.close();
    }
  }

  /// The server is up but cannot serve the session yet: as if the connection had been lost.
  ///
  /// @param why for people
  public void renewLater(String why) {
    Socket open = socket;
    if (open != null) {
      open.close();
      onClosed(open, Socket.BROKEN, why);
    }
  }

  /// Asks. What is returned completes on the loop, exceptionally with [RefusedException].
  ///
  /// @param type what is asked
  /// @param fields the fields beside `type` and `id`
  /// @return the answer
  public CompletableFuture<JsonNode> ask(String type, ObjectNode fields) {
    return requests.ask(fields.put("type", type), this::tell);
  }

  /// Sends an object as it is.
  ///
  /// @param frame any request
  /// @return whether there is a connection to send it over
  public boolean tell(ObjectNode frame) {
    Socket open = socket;
    if (open == null || !(state instanceof LinkState.Open)) {
      return false;
    }
    open.send(frame.toString());
    return true;
  }

  /// {@return how it is}
  public LinkState state() {
    return state;
  }

  /// {@return why the last try to connect failed, or `null`}
  public @Nullable Throwable failure() {
    return failure;
  }

  @Override
  public void onOpen(Socket opened) {
    if (opened == socket) {
      failure = null;
      become(new LinkState.Open());
    }
  }

  @Override
  public void onText(Socket from, String text) {
    if (from != socket) {
      return;
    }
    for (JsonNode frame : Frames.split(text)) {
      if (!requests.settle(frame)) {
        listener.onFrame(frame);
      }
    }
  }

  @Override
  public void onClosed(Socket closed, int code, String reason) {
    if (closed != socket) {
      return;
    }
    if (code == TAKEN_OVER || (code == LOGGED_OUT && !persistent)) {
      persistent = false;
      lose(new LinkState.Ended(code == TAKEN_OVER));
    } else if (persistent) {
      Duration pause = backoff.next();
      lose(new LinkState.Waiting(pause, reason.isEmpty() ? "code " + code : reason));
      retry = loop.schedule(this::connect, pause.toMillis(), TimeUnit.MILLISECONDS);
    } else {
      lose(new LinkState.Idle());
    }
  }

  private void onBuilt(Socket opening, @Nullable Throwable problem) {
    if (problem == null) {
      return;
    }
    Throwable cause =
        problem instanceof CompletionException && problem.getCause() != null
            ? problem.getCause()
            : problem;
    loop.execute(() -> {
      if (opening == socket) {
        failure = cause;
        onClosed(opening, Socket.BROKEN, "cannot connect");
      }
    });
  }

  private void lose(LinkState next) {
    socket = null;
    become(next);
    requests.abandon();
  }

  private void become(LinkState next) {
    state = next;
    listener.onState(next);
  }

  private void beat() {
    Socket open = socket;
    if (open == null || !(state instanceof LinkState.Open)) {
      return;
    }
    if (open.silence() > MISSED_PINGS * config.heartbeat().toNanos()) {
      open.abort("the server is silent");
    } else {
      open.ping();
    }
  }

  private static HttpClient client(LinkConfig config) {
    HttpClient.Builder builder = HttpClient.newBuilder().connectTimeout(config.connectLimit());
    if (config.tls() != null) {
      builder.sslContext(config.tls());
    }
    return builder.build();
  }
}
