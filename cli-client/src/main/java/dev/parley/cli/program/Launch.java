package dev.parley.cli.program;

import dev.parley.cli.command.Refusals;
import dev.parley.cli.config.Places;
import dev.parley.cli.config.Settings;
import dev.parley.cli.config.TokenFile;
import dev.parley.cli.connection.LinkConfig;
import dev.parley.cli.connection.Loop;
import dev.parley.cli.connection.RefusedException;
import dev.parley.cli.connection.ServerAddress;
import dev.parley.cli.encryption.key.KeyPlaces;
import dev.parley.cli.machine.JsonChat;
import dev.parley.cli.screen.ChatProgram;
import dev.parley.cli.screen.Ending;
import dev.parley.cli.screen.PlainChat;
import dev.parley.cli.screen.Questions;
import dev.parley.cli.screen.TerminalChat;
import dev.parley.cli.session.Account;
import dev.parley.cli.trust.KnownServers;
import dev.parley.cli.trust.Trust;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.SSLContext;
import org.jline.terminal.Terminal;

/// From options to a chat: settings, terminal, connection, login.
final class Launch {

  /// How the chat is to look.
  ///
  /// @param json for programs
  /// @param plain one line per event
  /// @param noColor without colours
  record Mode(boolean json, boolean plain, boolean noColor) {}

  private static final String WELCOME =
      "welcome: what you write goes to everyone in #lobby; /to @NAME opens a talk with one person,"
          + " /help lists all";

  private final Site site;
  private final ServerOptions options;
  private final Mode mode;
  private final boolean register;
  private final Settings settings;
  private final ServerAddress server;
  private final KnownServers known;
  private final TokenFile tokens;
  private final KeyPlaces keys;

  Launch(Site site, ServerOptions options, Mode mode, boolean register) {
    this.site = site;
    this.options = options;
    this.mode = mode;
    this.register = register;
    this.settings = looks(options.settings(site.places()), mode);
    this.server = options.address(settings);
    this.known = new KnownServers(site.places().knownServers());
    this.tokens = new TokenFile(site.places(), server.name());
    this.keys = keys(site.places(), server.name());
  }

  int run() {
    try (Loop loop = new Loop(this::report)) {
      int code = mode.json() ? runJson(loop) : runChat(loop);
      loop.shutdownNow();
      return code;
    }
  }

  /// Answers to questions would be taken from the requests: nothing is asked here.
  private int runJson(Loop loop) {
    var chat = new JsonChat(loop, link(), keys, System.out);
    var connector = new Connector(server, known, Questions.silent());
    String user = options.user(settings);
    Optional<Account> kept =
        tokens.read().filter(account -> user.isEmpty() || account.user().equals(user));
    try {
      connector.open(() ->
          CompletableFuture.supplyAsync(() -> enter(chat, kept), loop)
              .thenCompose(entered -> entered));
    } catch (RefusedException e) {
      throw new TroubleException(
          Refusals.text(e),
          "log in with parley chat, or by a login request",
          ExitCode.NOT_LOGGED_IN);
    }
    var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    boolean well = chat.run(in);
    if (chat.ended().join()) {
      return ExitCode.SESSION_ENDED;
    }
    return well ? ExitCode.OK : ExitCode.FAILED;
  }

  private static CompletableFuture<?> enter(JsonChat chat, Optional<Account> kept) {
    return kept.isPresent() ? chat.session().goOn(kept.get()) : chat.session().open();
  }

  private int runChat(Loop loop) {
    if (settings.isPlain() || !site.canEdit()) {
      return chat(loop, new PlainChat(loop, link(), settings, keys));
    }
    Site.prepare();
    try (Terminal terminal = site.opener().open()) {
      return chat(loop, new TerminalChat(terminal, loop, link(), settings, site.places(), keys));
    } catch (IOException e) {
      throw new TroubleException(
          "the terminal cannot be used: " + e.getMessage(), "take --plain", ExitCode.FAILED);
    }
  }

  private int chat(Loop loop, ChatProgram chat) {
    Questions questions = chat.questions();
    var connector = new Connector(server, known, questions);
    var signIn = new SignIn(loop, chat.session(), connector, questions, tokens);
    String user = options.user(settings);
    Account account = register ? signIn.register(user) : signIn.logIn(user);
    boolean kept = keep(account, questions);
    if (register) {
      questions.tell(WELCOME);
    }
    new Passphrases(keys, questions).unlock(chat.unlocking(), site.isTerminal());
    return code(chat.run(kept), questions);
  }

  /// {@return whether the session is kept: as it was, or if the person agrees}
  private boolean keep(Account account, Questions questions) {
    Optional<Account> before = tokens.read();
    if (before.isPresent()) {
      return before.get().equals(account);
    }
    if (!questions.confirm("stay logged in on this machine?")) {
      return false;
    }
    try {
      tokens.write(account);
      return true;
    } catch (IOException e) {
      questions.tell("the session cannot be kept: " + e.getMessage());
      return false;
    }
  }

  private int code(Ending ending, Questions questions) {
    switch (ending) {
      case LEFT -> {
        return ExitCode.OK;
      }
      case LOGGED_OUT -> {
        tokens.delete();
        return ExitCode.OK;
      }
      // What was kept stays: another terminal of the same person may have gone on with it.
      case TAKEN_OVER ->
          questions.tell("The session was taken over by another login. ./parley chat comes back.");
      case EXPIRED -> {
        questions.tell("The session has ended. ./parley chat logs in again.");
        tokens.delete();
      }
    }
    return ExitCode.SESSION_ENDED;
  }

  private LinkConfig link() {
    SSLContext tls = server.isEncrypted() ? Trust.context(known, server.name()) : Trust.nobody();
    return LinkConfig.usual(server.uri(), tls);
  }

  private static Settings looks(Settings set, Mode mode) {
    boolean noColor = mode.noColor() || !System.getenv().getOrDefault("NO_COLOR", "").isEmpty();
    return new Settings(
        set.server(),
        set.user(),
        set.bell(),
        set.isColored() && !noColor,
        set.isPlain() || mode.plain(),
        set.hasSidebar(),
        set.history(),
        set.tellsTyping());
  }

  private static KeyPlaces keys(Places places, String server) {
    try {
      return KeyPlaces.of(places, server, System.getenv());
    } catch (IOException e) {
      throw new TroubleException(
          "the passphrase cannot be read: " + e.getMessage(),
          "mend PARLEY_PASSPHRASE_FILE, or unset it",
          ExitCode.USAGE);
    }
  }

  private void report(Throwable fault) {
    String how = new FaultFile(site.places()).add(fault);
    System.err.println(FaultFile.name(fault) + "; " + how);
  }
}
