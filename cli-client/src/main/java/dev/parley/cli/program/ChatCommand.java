package dev.parley.cli.program;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `parley chat`: logs in and chats.
@Command(
    name = "chat",
    description = "Chats on a server: in a terminal, line by line, or as JSON.",
    mixinStandardHelpOptions = true,
    version = ParleyCommand.VERSION,
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:all went well",
      "1:a fault of the client, or a request of --json was refused",
      "2:wrong arguments or settings",
      "3:not logged in: wrong password, locked, or logged in elsewhere",
      "4:no connection to the server",
      "5:the certificate of the server is not trusted",
      "6:the session was ended by the server or taken over elsewhere",
      "7:the keys on this machine could not be unlocked"
    })
final class ChatCommand implements Callable<Integer> {

  @Mixin private ServerOptions options;

  @Option(names = "--json", description = "One JSON object per line, in and out, for programs.")
  private boolean json;

  @Option(
      names = "--no-color",
      description = "No colours; also without --no-color if NO_COLOR is set.")
  private boolean noColor;

  @Option(
      names = "--plain",
      description = "One line per event and no escape sequence, for screen readers and bots.")
  private boolean plain;

  @Override
  public Integer call() {
    return chat(Site.ofUser());
  }

  /// {@return the exit code of a chat}
  ///
  /// @param site where the person is
  int chat(Site site) {
    return new Launch(site, options, new Launch.Mode(json, plain, noColor), false).run();
  }
}
