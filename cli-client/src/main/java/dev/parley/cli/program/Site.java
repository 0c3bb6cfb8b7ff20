package dev.parley.cli.program;

import dev.parley.cli.config.Places;
import java.io.Console;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/// Where a person is: their files, and what is in front of them.
///
/// @param places files of the person
/// @param isTerminal whether somebody sits there who can be asked without echo
/// @param canEdit whether lines can be edited there
/// @param opener opens the terminal, where lines can be edited
record Site(Places places, boolean isTerminal, boolean canEdit, Opener opener) {

  /// Opens a terminal.
  interface Opener {
    /// {@return the terminal}
    ///
    /// @throws IOException if it cannot be used
    Terminal open() throws IOException;
  }

  /// {@return where the person is who started this program}
  static Site ofUser() {
    boolean terminal = Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
    boolean dumb = System.getenv().getOrDefault("TERM", "dumb").equals("dumb");
    return new Site(Places.ofUser(), terminal, terminal && !dumb, Site::ofSystem);
  }

  /// Settings of every terminal, whoever sits there.
  static void prepare() {
    // Lines are drawn with the characters of Unicode: readers of the screen would see letters.
    System.setProperty(TerminalBuilder.PROP_DISABLE_ALTERNATE_CHARSET, "true");
    // Ctrl+C is the kernel's business alone: where JLine looks for it among the keys as well, one
    // press often interrupts twice (seen with 4.4.8), and the second time answers the next
    // question.
    System.setProperty("org.jline.terminal.softwareSignals", "false");
  }

  private static Terminal ofSystem() throws IOException {
    return TerminalBuilder.builder()
        .name("parley")
        .system(true)
        .encoding(StandardCharsets.UTF_8)
        .build();
  }
}
