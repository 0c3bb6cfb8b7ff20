package dev.parley.cli.program;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `parley register`: makes an account, then chats.
@Command(
    name = "register",
    description = "Makes an account on a server, logs in, and chats.",
    mixinStandardHelpOptions = true,
    version = ParleyCommand.VERSION,
    sortOptions = false)
final class RegisterCommand implements Callable<Integer> {

  @Mixin private ServerOptions options;

  @Option(
      names = "--no-color",
      description = "No colours; also without --no-color if NO_COLOR is set.")
  private boolean noColor;

  @Option(names = "--plain", description = "One line per event and no escape sequence.")
  private boolean plain;

  @Override
  public Integer call() {
    var mode = new Launch.Mode(false, plain, noColor);
    return new Launch(Site.ofUser(), options, mode, true).run();
  }
}
