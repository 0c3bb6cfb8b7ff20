package dev.parley.cli.command;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;

/// What picocli says of the `/` commands: the rows of `/help`, and what the man page is made of.
public final class CommandHelp {

  private CommandHelp() {}

  /// {@return all commands as picocli knows them: each has its synopsis and one sentence}
  public static List<CommandSpec> specs() {
    return Commands.all().stream().map(CommandHelp::spec).toList();
  }

  /// {@return a row for each command}
  static List<String> overview() {
    CommandSpec all = CommandSpec.create();
    specs().forEach(each -> all.addSubcommand(each.name(), each));
    // picocli aligns names and sentences, and breaks what does not fit.
    return rows(help(all).commandList());
  }

  /// {@return the rows on one command; empty if there is none of that name}
  ///
  /// @param word a name or another spelling, with or without the slash
  static Optional<List<String>> of(String word) {
    String name = word.startsWith("/") ? word.substring(1) : word;
    return Commands.find(name)
        .map(CommandHelp::spec)
        .map(spec -> rows(new CommandLine(spec).getUsageMessage(Help.Ansi.OFF)));
  }

  private static CommandSpec spec(Command command) {
    CommandSpec spec = CommandSpec.create().name("/" + command.name());
    spec.usageMessage().description(command.help()).customSynopsis(command.synopsis());
    if (!command.aliases().isEmpty()) {
      Stream<String> aliases = command.aliases().stream().map(each -> "/" + each);
      spec.aliases(aliases.toArray(String[]::new));
      spec.usageMessage().footer("Also: " + String.join(", ", spec.aliases()));
    }
    return spec;
  }

  private static Help help(CommandSpec spec) {
    return new Help(spec, Help.defaultColorScheme(Help.Ansi.OFF));
  }

  private static List<String> rows(String text) {
    return text.lines().toList();
  }
}
