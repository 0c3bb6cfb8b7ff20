package dev.parley.deploy.acceptance.cli;

import dev.parley.deploy.acceptance.people.Person;
import dev.parley.deploy.acceptance.stack.ParleyStack;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;

/// The packaged client on terminals of tmux.
abstract class OnTerminal {
  final List<Tmux> terminals = new ArrayList<>();

  @BeforeAll
  static void needTmux() {
    Assumptions.assumeTrue(
        Tmux.isInstalled(), "no tmux: the terminal client is not tested; apt install tmux");
  }

  @AfterEach
  void close() {
    terminals.forEach(Tmux::close);
  }

  Tmux chat(ParleyStack stack, Person person) {
    Tmux terminal = Terminal.chat(stack, person);
    terminals.add(terminal);
    return terminal;
  }

  static void enter(Tmux terminal, String line) {
    terminal.type(line);
    terminal.press("Enter");
  }

  /// Opens the conversation with somebody.
  static void open(Tmux terminal, Person person) {
    terminal.type("/to @" + person);
    terminal.press("Enter");
    terminal.awaitRow("a prompt", row -> row.equals("@" + person + ">"));
  }
}
