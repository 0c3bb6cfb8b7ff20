package dev.parley.gateway.door.ssh.shell;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What kind of terminal a client has, as far as the editor needs to know.
///
/// Only kinds that the editor knows by itself are named to it: for others it would start a program
/// with the client's word as its argument.
final class TerminalType {
  private static final List<String> KNOWN =
      List.of("xterm-256color", "xterm", "screen-256color", "screen", "rxvt-unicode", "rxvt");
  private static final String OTHER = "xterm";

  private TerminalType() {}

  /// {@return whether the client has a terminal that an editor can be shown on}
  static boolean canEdit(Map<String, String> environment) {
    String term = term(environment);
    return environment.containsKey("COLUMNS") && !term.isEmpty() && !term.equals("dumb");
  }

  /// {@return whether colours are wanted (no-color.org)}
  static boolean wantsColours(Map<String, String> environment) {
    return environment.getOrDefault("NO_COLOR", "").isEmpty();
  }

  /// {@return the kind, of those that the editor knows}
  static String of(Map<String, String> environment) {
    String term = term(environment).replace("tmux", "screen");
    return KNOWN.stream()
        .filter(term::startsWith)
        .findFirst()
        .orElse(term.contains("256color") ? "xterm-256color" : OTHER);
  }

  private static String term(Map<String, String> environment) {
    return environment.getOrDefault("TERM", "").toLowerCase(Locale.ROOT);
  }
}
