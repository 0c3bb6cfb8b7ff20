package dev.parley.cli.program;

import dev.parley.cli.command.Refusals;
import dev.parley.cli.config.TokenFile;
import dev.parley.cli.connection.Loop;
import dev.parley.cli.connection.RefusedException;
import dev.parley.cli.screen.Questions;
import dev.parley.cli.session.Account;
import dev.parley.cli.session.Credentials;
import dev.parley.cli.session.Session;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/// Logs a person in: with the session that was kept, else by name and password.
final class SignIn {

  private static final int TRIES = 3;

  private final Loop loop;
  private final Session session;
  private final Connector connector;
  private final Questions questions;
  private final TokenFile tokens;

  SignIn(Loop loop, Session session, Connector connector, Questions questions, TokenFile tokens) {
    this.loop = loop;
    this.session = session;
    this.connector = connector;
    this.questions = questions;
    this.tokens = tokens;
  }

  /// {@return the account that is logged in, of the kept session if it is still good}
  ///
  /// @param user whom to log in; empty to ask
  Account logIn(String user) {
    Optional<Account> kept =
        tokens.read().filter(account -> user.isEmpty() || account.user().equals(user));
    if (kept.isPresent()) {
      try {
        return open(() -> session.goOn(kept.get()));
      } catch (RefusedException e) {
        if (e.isPassing()) {
          throw notLoggedIn(e);
        }
        tokens.delete();
        questions.tell("The kept session has ended: log in again.");
      }
    }
    return withPassword(user, false);
  }

  /// {@return the account that was made, and is logged in}
  ///
  /// @param user the name it is to have; empty to ask
  Account register(String user) {
    return withPassword(user, true);
  }

  private Account withPassword(String user, boolean register) {
    String name = user.isEmpty() ? answer(questions.ask("user: ")).strip() : user;
    String handle = name.toLowerCase(Locale.ROOT);
    // First who the server is, then the password.
    open(session::open);
    for (int attempt = 1; ; attempt++) {
      String password = password(handle, register);
      try {
        return enter(new Credentials(handle, password, register, false));
      } catch (RefusedException e) {
        boolean again = e.code().equals("bad_credentials") || e.code().equals("weak_password");
        if (!again || attempt == TRIES) {
          throw notLoggedIn(e);
        }
        questions.tell(Refusals.text(e));
      }
    }
  }

  private String password(String handle, boolean register) {
    String password = answer(questions.secret("password of " + handle + ": "));
    if (register && !password.equals(answer(questions.secret("once more: ")))) {
      throw new TroubleException("the two passwords differ", "try again", ExitCode.NOT_LOGGED_IN);
    }
    return password;
  }

  private Account enter(Credentials credentials) {
    try {
      return open(() -> session.logIn(credentials));
    } catch (RefusedException e) {
      boolean elsewhere = e.code().equals("already_logged_in");
      if (elsewhere
          && questions.confirm(credentials.user() + " is logged in elsewhere; end that session?")) {
        return open(() -> session.logIn(credentials.takingOver()));
      }
      throw e;
    }
  }

  private <T> T open(Supplier<CompletableFuture<T>> request) {
    return connector.open(
        () -> CompletableFuture.supplyAsync(request, loop).thenCompose(asked -> asked));
  }

  private static String answer(Optional<String> answer) {
    return answer.orElseThrow(
        () -> new TroubleException("nobody answered", "try again", ExitCode.NOT_LOGGED_IN));
  }

  private static TroubleException notLoggedIn(RefusedException e) {
    String cure =
        switch (e.code()) {
          case "already_logged_in" -> "log out there, or answer y to end that session";
          case "bad_credentials" ->
              "three wrong passwords lock an account for a while: wait, then try again; parley"
                  + " register makes an account";
          case "locked" -> "wait, then try again";
          case "registration_closed" -> "ask one of them for an account";
          default -> "try again";
        };
    return new TroubleException(Refusals.text(e), cure, ExitCode.NOT_LOGGED_IN);
  }
}
