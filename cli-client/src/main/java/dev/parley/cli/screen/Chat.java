package dev.parley.cli.screen;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.cli.command.Commands;
import dev.parley.cli.config.Settings;
import dev.parley.cli.connection.Link;
import dev.parley.cli.connection.LinkConfig;
import dev.parley.cli.connection.LinkState;
import dev.parley.cli.connection.Loop;
import dev.parley.cli.connection.RefusedException;
import dev.parley.cli.conversation.Conversation;
import dev.parley.cli.conversation.Names;
import dev.parley.cli.conversation.Server;
import dev.parley.cli.conversation.Workspace;
import dev.parley.cli.file.FileServer;
import dev.parley.cli.frame.Frames;
import dev.parley.cli.session.Account;
import dev.parley.cli.session.Session;
import dev.parley.cli.session.SessionListener;
import dev.parley.cli.text.Emoji;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A chat of one person: wires session, workspace and view, and passes lines in.
///
/// Everything but the constructor, [#onLoop] and [#suggestions] is called on the loop.
final class Chat implements SessionListener, Server {

  private static final Duration TYPING_EVERY = Duration.ofSeconds(3);

  private final Loop loop;
  private final Session session;
  private final Surface surface;
  private final Settings settings;
  private final String server;
  private final CompletableFuture<Ending> ending = new CompletableFuture<>();
  private volatile Suggestions suggestions = Suggestions.NONE;
  private final LinkConfig link;
  private @Nullable FileServer files;
  private @Nullable Parts parts;
  private long typingAt;

  /// What exists once somebody is logged in.
  private record Parts(Workspace workspace, ChatView view, Reading reading, ChatDesk desk) {}

  Chat(Loop loop, LinkConfig link, Surface surface, Settings settings, String server) {
    this.loop = loop;
    this.link = link;
    this.surface = surface;
    this.settings = settings;
    this.server = server;
    this.session = new Session(of -> new Link(link, loop, of, Math::random), this);
  }

  /// Runs something on the loop.
  ///
  /// @return its result; exceptionally what it threw
  <T> CompletableFuture<T> onLoop(Supplier<T> action) {
    return CompletableFuture.supplyAsync(action, loop);
  }

  /// Runs something on the loop, some time soon.
  void execute(Runnable action) {
    loop.execute(action);
  }

  Session session() {
    return session;
  }

  /// {@return how the chat ends, once it does}
  CompletableFuture<Ending> ending() {
    return ending;
  }

  Suggestions suggestions() {
    return suggestions;
  }

  /// Shows the first conversation.
  ///
  /// @param tasks what commands ask of the thread that reads keys
  void begin(PromptTasks tasks) {
    Parts begun = parts();
    begun.desk().tasks(tasks);
    String first = newest(begun.workspace());
    begun.view().open(first);
    String waiting =
        begun.workspace().inOrder().stream()
            .filter(each -> each.unread() > 0 && !each.id().equals(first))
            .map(each -> each.id() + " " + each.unread())
            .collect(Collectors.joining(", "));
    if (!waiting.isEmpty()) {
      begun.view().transcript().say("something new in " + waiting + "; /offline goes there");
    }
  }

  /// Takes a line that was typed.
  void onTyped(String line) {
    Parts begun = parts();
    begun.reading().onKey();
    boolean message = !line.startsWith("/") || line.startsWith("//");
    // Completion leaves a blank behind.
    String text = message ? Emoji.replace(line).stripTrailing() : line;
    Commands.run(text, begun.view().here(), begun.desk());
    refreshSuggestions();
  }

  void onKey() {
    parts().reading().onKey();
  }

  void onWriting() {
    long now = InstantSource.system().millis();
    if (settings.tellsTyping() && now - typingAt >= TYPING_EVERY.toMillis() && session.isLive()) {
      typingAt = now;
      tell(
          Frames.JSON
              .createObjectNode()
              .put("type", "typing")
              .put("conversation", parts().view().here()));
    }
  }

  /// Opens the conversation so many places further in the list.
  void step(int places) {
    Parts begun = parts();
    List<String> order = begun.workspace().inOrder().stream().map(Conversation::id).toList();
    int at = order.indexOf(begun.view().here());
    begun.view().open(order.get(Math.floorMod(at + places, order.size())));
    refreshSuggestions();
  }

  ChatView view() {
    return parts().view();
  }

  ChatDesk desk() {
    return parts().desk();
  }

  /// Leaves; a session that is kept goes on without a connection.
  ///
  /// @param kept whether it is kept
  CompletableFuture<Void> leave(boolean kept) {
    parts().workspace().onLeave();
    if (kept || !session.isLive()) {
      session.close();
      return CompletableFuture.completedFuture(null);
    }
    return session.logOut();
  }

  /// {@return how many messages are not stored yet}
  int unsent() {
    return parts == null ? 0 : parts.workspace().outbox().pending().size();
  }

  /// {@return files of the server, for the account that is logged in}
  FileServer files() {
    return Objects.requireNonNull(files, "nobody is logged in yet");
  }

  @Override
  public void onLive(Account account) {
    if (files == null) {
      files = new FileServer(link.uri(), link.tls(), account.token());
    }
    Parts begun = parts;
    if (begun == null) {
      begun = make(account);
      parts = begun;
    } else {
      begun.view().onBack();
    }
    begun.workspace().onLive().thenAccept(_ -> refreshSuggestions());
  }

  @Override
  public void onLink(LinkState state) {
    if (parts != null) {
      parts.view().onLink(state);
    }
    if (state instanceof LinkState.Ended(boolean takenOver) && parts != null) {
      ending.complete(takenOver ? Ending.TAKEN_OVER : Ending.LOGGED_OUT);
    }
  }

  @Override
  public void onFrame(JsonNode frame) {
    Parts begun = parts;
    if (begun != null) {
      Frames.event(frame).ifPresent(begun.workspace()::onEvent);
      refreshSuggestions();
    }
  }

  @Override
  public void onExpired(RefusedException refusal) {
    ending.complete(
        refusal.code().equals("already_logged_in") ? Ending.TAKEN_OVER : Ending.EXPIRED);
  }

  @Override
  public Map<String, Long> cursors() {
    return parts == null ? Map.of() : parts.workspace().cursors();
  }

  @Override
  public CompletableFuture<JsonNode> ask(String type, ObjectNode fields) {
    return session.isLive()
        ? session.link().ask(type, fields)
        : CompletableFuture.failedFuture(RefusedException.unavailable("not connected"));
  }

  @Override
  public void tell(ObjectNode frame) {
    if (session.isLive()) {
      session.link().tell(frame);
    }
  }

  @Override
  public boolean isLive() {
    return session.isLive();
  }

  @Override
  public void later(Duration pause, Runnable action) {
    loop.schedule(action, pause.toMillis(), TimeUnit.MILLISECONDS);
  }

  private Parts make(Account account) {
    var theme = new Theme(settings.isColored());
    var times = new Times(ZoneId.systemDefault());
    var painter = new Painter(theme, times, account.user());
    var view = new ChatView(surface, settings.hasSidebar());
    InstantSource clock = InstantSource.system();
    var workspace = new Workspace(account.user(), this, clock, view);
    var reading = new Reading(workspace, this, clock);
    var transcript = new Transcript(surface, painter, times, workspace);
    var alerts = new Alerts(surface, transcript, workspace, settings.bell());
    var open = new OpenConversation(workspace, transcript, alerts, reading, settings.history());
    var lines = new StatusLines(theme, workspace, server);
    view.begin(new ChatView.Stage(workspace, transcript, open, alerts, lines));
    var desk = new ChatDesk(this, workspace, view);
    return new Parts(workspace, view, reading, desk);
  }

  private void refreshSuggestions() {
    Parts begun = parts;
    if (begun != null) {
      suggestions = Suggestions.of(begun.workspace(), begun.view().here());
    }
  }

  /// {@return the only conversation with something new that is for oneself, else the lobby}
  private static String newest(Workspace workspace) {
    List<Conversation> waiting =
        workspace.inOrder().stream().filter(each -> each.unread() > 0).toList();
    return waiting.size() == 1 ? waiting.getFirst().id() : Names.LOBBY;
  }

  private Parts parts() {
    if (parts == null) {
      throw new IllegalStateException("nobody is logged in yet");
    }
    return parts;
  }
}
