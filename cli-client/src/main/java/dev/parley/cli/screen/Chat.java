package dev.parley.cli.screen;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.cli.command.Commands;
import dev.parley.cli.config.Settings;
import dev.parley.cli.connection.Link;
import dev.parley.cli.connection.LinkConfig;
import dev.parley.cli.connection.LinkState;
import dev.parley.cli.connection.Loop;
import dev.parley.cli.connection.RefusedException;
import dev.parley.cli.conversation.Conversation;
import dev.parley.cli.conversation.LinkServer;
import dev.parley.cli.conversation.Server;
import dev.parley.cli.conversation.Workspace;
import dev.parley.cli.encryption.SealedServer;
import dev.parley.cli.encryption.Traffic;
import dev.parley.cli.encryption.key.KeyPlaces;
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
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A chat of one person: wires session, workspace and view, and passes lines in.
///
/// Everything but the constructor, [#onLoop] and [#suggestions] is called on the loop.
final class Chat implements SessionListener {

  private static final Duration TYPING_EVERY = Duration.ofSeconds(3);

  private final Loop loop;
  private final Session session;
  private final Server raw;
  private final Surface surface;
  private final Settings settings;
  private final KeyPlaces keys;
  private final CompletableFuture<Ending> ending = new CompletableFuture<>();
  private volatile Suggestions suggestions = Suggestions.NONE;
  private final LinkConfig link;
  private @Nullable Account account;
  private @Nullable FileServer files;
  private @Nullable Parts parts;
  private long typingAt;

  /// What exists once somebody is logged in.
  private record Parts(
      Workspace workspace,
      ChatView view,
      Reading reading,
      ChatDesk desk,
      Traffic traffic,
      Server server,
      Unlocking unlocking) {}

  Chat(Loop loop, LinkConfig link, Surface surface, Settings settings, KeyPlaces keys) {
    this.loop = loop;
    this.link = link;
    this.surface = surface;
    this.settings = settings;
    this.keys = keys;
    this.session = new Session(of -> new Link(link, loop, of, Math::random), this);
    this.raw = new LinkServer(session, loop);
    ending.thenRun(this::release);
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
    String first = Beginning.newest(begun.workspace());
    begun.view().open(first);
    Beginning.waiting(begun.workspace(), first).ifPresent(begun.view().transcript()::say);
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
      raw.tell(
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

  /// {@return the server that gets sealed texts and gives opened ones}
  Server server() {
    return parts().server();
  }

  Unlocking unlocking() {
    return parts().unlocking();
  }

  /// {@return the passphrase of the keys, if the environment has it}
  Optional<String> passphrase() {
    return keys.passphrase();
  }

  /// Leaves; a session that is kept goes on without a connection.
  ///
  /// @param kept whether it is kept
  CompletableFuture<Void> leave(boolean kept) {
    parts().workspace().onLeave();
    release();
    if (kept || !session.isLive()) {
      session.close();
      return CompletableFuture.completedFuture(null);
    }
    return session.logOut();
  }

  /// Lets other programs use the keys.
  private void release() {
    if (parts != null) {
      parts.traffic().close();
    }
  }

  /// {@return how many messages are not stored yet}
  int unsent() {
    return parts == null ? 0 : parts.workspace().outbox().pending().size();
  }

  /// {@return files of the server, for the account that is logged in}
  FileServer files() {
    FileServer made = files;
    if (made == null) {
      String token = Objects.requireNonNull(account, "nobody is logged in yet").token();
      made = new FileServer(link.uri(), link.tls(), token);
      files = made;
    }
    return made;
  }

  @Override
  public void onLive(Account entered) {
    account = entered;
    Parts begun = parts;
    if (begun == null) {
      begun = make(entered);
      parts = begun;
    } else {
      begun.view().onBack();
    }
    begun.traffic().onLive();
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
      begun.traffic().event(frame);
    }
  }

  private void onOpened(JsonNode frame) {
    Frames.event(frame).ifPresent(parts().workspace()::onEvent);
    refreshSuggestions();
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

  private Parts make(Account entered) {
    var theme = new Theme(settings.isColored());
    var times = new Times(ZoneId.systemDefault());
    var painter = new Painter(theme, times, entered.user());
    var view = new ChatView(surface, settings.hasSidebar());
    InstantSource clock = InstantSource.system();
    var keyring = keys.keyring(entered.user(), loop);
    var traffic =
        new Traffic(entered.user(), raw, keyring, keys.passphrase(), clock, this::onOpened);
    var server = new SealedServer(raw, traffic);
    var workspace = new Workspace(entered.user(), server, clock, view);
    var reading = new Reading(workspace, raw, clock);
    var transcript = new Transcript(surface, painter, times, workspace);
    var alerts = new Alerts(surface, transcript, workspace, settings.bell());
    var open = new OpenConversation(workspace, transcript, alerts, reading, settings.history());
    var lines = new StatusLines(theme, workspace, keys.server());
    view.begin(new ChatView.Stage(workspace, transcript, open, alerts, lines));
    var desk = new ChatDesk(this, workspace, view);
    var unlocking = new Unlocking(this, keyring);
    return new Parts(workspace, view, reading, desk, traffic, server, unlocking);
  }

  private void refreshSuggestions() {
    Parts begun = parts;
    if (begun != null) {
      suggestions = Suggestions.of(begun.workspace(), begun.view().here());
    }
  }

  private Parts parts() {
    if (parts == null) {
      throw new IllegalStateException("nobody is logged in yet");
    }
    return parts;
  }
}
