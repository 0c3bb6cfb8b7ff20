package dev.parley.cli.program;

import dev.parley.cli.command.CommandHelp;
import dev.parley.cli.command.Commands;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// The man page, in roff, made of what picocli knows. Source: `man 7 man`.
final class ManPage {

  private final StringBuilder page = new StringBuilder();

  /// {@return the page of a command line}
  ///
  /// @param parley the top of it
  static String of(CommandSpec parley) {
    var man = new ManPage();
    man.head(parley);
    parley.subcommands().values().stream()
        .map(each -> each.getCommandSpec())
        .filter(each -> !each.usageMessage().hidden())
        .distinct()
        .forEach(man::subcommand);
    man.commands();
    man.files();
    return man.page.toString();
  }

  private void head(CommandSpec parley) {
    line(".TH PARLEY 1 \"\" \"" + parley.version()[0] + "\"");
    section("NAME");
    line("parley \\- " + escaped(String.join(" ", parley.usageMessage().description())));
    section("SYNOPSIS");
    line(".B parley");
    line(".I COMMAND");
    line("[\\fIOPTION\\fR...]");
  }

  private void subcommand(CommandSpec command) {
    section("parley " + command.name());
    line(escaped(String.join(" ", command.usageMessage().description())));
    for (OptionSpec option : command.options()) {
      String label = option.arity().max() > 0 ? " " + option.paramLabel() : "";
      item(String.join(", ", option.names()) + label, String.join(" ", option.description()));
    }
    Map<String, String> codes = command.usageMessage().exitCodeList();
    if (!codes.isEmpty()) {
      line(".SS Exit codes");
      codes.forEach(this::item);
    }
  }

  private void commands() {
    section("IN THE CHAT");
    for (CommandSpec each : CommandHelp.specs()) {
      item(
          String.join(" ", each.usageMessage().customSynopsis()),
          String.join(" ", each.usageMessage().description()));
    }
    line(".SS Keys");
    line(".nf");
    Commands.keys().forEach(key -> line(escaped(key)));
    line(".fi");
  }

  private void files() {
    section("FILES");
    item("$XDG_CONFIG_HOME/parley/config.properties", "settings; see the README of cli-client");
    item("$XDG_CONFIG_HOME/parley/known_servers", "certificates that were confirmed");
    item("$XDG_STATE_HOME/parley/", "sessions that are kept, and lines typed before");
    item(
        "$XDG_DATA_HOME/parley/keys/",
        "keys of this machine for encrypted messages, sealed under a passphrase; back them up");
    section("ENVIRONMENT");
    item("PARLEY_PASSPHRASE_FILE", "file whose first line is the passphrase of the keys");
    item("PARLEY_PASSPHRASE", "the passphrase itself; the file is safer");
    item("NO_COLOR", "no colours, if it is not empty");
    item("VISUAL, EDITOR", "editor for long messages");
  }

  private void section(String name) {
    line(".SH " + escaped(name));
  }

  private void item(String tag, String text) {
    line(".TP");
    line(".B " + escaped(tag));
    line(escaped(text));
  }

  private void line(String text) {
    page.append(text).append('\n');
  }

  /// Backslashes, hyphens, and a dot or quote at the beginning mean something in roff.
  private static String escaped(String text) {
    String escaped = text.replace("\\", "\\e").replace("-", "\\-");
    return escaped.startsWith(".") || escaped.startsWith("'") ? "\\&" + escaped : escaped;
  }
}
