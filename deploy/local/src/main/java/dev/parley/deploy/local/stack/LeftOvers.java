package dev.parley.deploy.local.stack;

import dev.parley.deploy.local.home.ProcessIdentity;
import dev.parley.deploy.local.state.ProcessState;
import dev.parley.deploy.local.state.RunState;
import java.time.Duration;
import java.util.List;

/// Processes of a run whose supervisor was killed. Their leash makes them end by themselves within
/// a moment; what has not is ended here.
public final class LeftOvers {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private LeftOvers() {}

  /// Waits for the processes that a state names, and kills those that stay.
  ///
  /// @param state state of a run that has no supervisor any more
  /// @return how many processes were still there
  public static int end(RunState state) {
    List<ProcessIdentity> alive =
        state.processes().stream()
            .map(ProcessState::identity)
            .filter(process -> process.find().isPresent())
            .toList();
    alive.forEach(process -> process.find().ifPresent(ProcessHandle::destroy));
    alive.forEach(LeftOvers::awaitEnd);
    return alive.size();
  }

  private static void awaitEnd(ProcessIdentity process) {
    if (!process.awaitEnd(PATIENCE)) {
      process.find().ifPresent(ProcessHandle::destroyForcibly);
    }
  }
}
