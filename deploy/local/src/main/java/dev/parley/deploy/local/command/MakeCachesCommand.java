package dev.parley.deploy.local.command;

import dev.parley.deploy.local.aot.AotMaking;
import dev.parley.deploy.local.home.Repository;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// Makes what lets the next start be quick; run in the background by a stack that has stopped.
@Command(
    name = MakeCachesCommand.NAME,
    hidden = true,
    description = "Makes caches of what the programs of a run have recorded.")
public final class MakeCachesCommand implements Callable<Integer> {

  static final String NAME = "make-caches";

  @Parameters(paramLabel = "RUN", description = "Process id of the stack that has stopped.")
  private long run;

  /// Made by the command line.
  public MakeCachesCommand() {}

  /// Starts this command for the run of this process, if that has recorded anything.
  ///
  /// @return whether it was started
  static boolean startInBackground() throws IOException {
    long run = ProcessHandle.current().pid();
    if (!new AotMaking(Repository.root()).hasRecordingsOf(run)) {
      return false;
    }
    BackgroundCommand.of(List.of(NAME, Long.toString(run)))
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
    return true;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    new AotMaking(Repository.root()).make(run);
    return 0;
  }
}
