package dev.parley.cli.program;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `parley generate-man-page`: prints the man page.
@Command(
    name = "generate-man-page",
    description = "Prints the man page: parley generate-man-page | man -l -",
    mixinStandardHelpOptions = true)
final class ManPageCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    spec.commandLine().getOut().print(ManPage.of(spec.root()));
    spec.commandLine().getOut().flush();
  }
}
