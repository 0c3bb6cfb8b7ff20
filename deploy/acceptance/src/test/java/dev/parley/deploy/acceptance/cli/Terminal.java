package dev.parley.deploy.acceptance.cli;

import dev.parley.deploy.acceptance.people.Person;
import dev.parley.deploy.acceptance.stack.ParleyStack;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Starts the packaged client in terminals; each person has a home of their own.
final class Terminal {

  private Terminal() {}

  /// {@return a terminal in which somebody is logged in and sees the lobby, or what waited}
  ///
  /// @param stack the server
  /// @param person an account that is not logged in
  /// @param options of `parley chat`
  static Tmux chat(ParleyStack stack, Person person, String... options) {
    Tmux terminal = asked(stack, person, PackagedClient.environment(), options);
    awaitPrompt(terminal);
    return terminal;
  }

  /// Waits until lines can be typed.
  static void awaitPrompt(Tmux terminal) {
    terminal.awaitRow("a prompt", row -> row.matches("[@#][a-z0-9-]+>"));
  }

  /// {@return a terminal in which somebody is logged in, and may be asked something else}
  ///
  /// @param stack the server
  /// @param person an account that is not logged in
  /// @param environment variables with a home
  /// @param options of `parley chat`
  static Tmux asked(
      ParleyStack stack, Person person, Map<String, String> environment, String... options) {
    List<String> all = new ArrayList<>(List.of("--user", person.handle()));
    all.addAll(List.of(options));
    List<String> command = PackagedClient.chat(stack, all.toArray(String[]::new));
    Tmux terminal = Tmux.run(command, environment);
    terminal.awaitText("password of " + person + ":");
    terminal.type(person.password());
    terminal.press("Enter");
    terminal.awaitText("stay logged in on this machine?");
    terminal.type("n");
    terminal.press("Enter");
    return terminal;
  }
}
