package dev.parley.deploy.local.status;

import dev.parley.deploy.local.home.Home;
import dev.parley.deploy.local.home.ProcessIdentity;
import dev.parley.deploy.local.part.HealthProbe;
import dev.parley.deploy.local.part.Phase;
import dev.parley.deploy.local.state.ProcessState;
import dev.parley.deploy.local.state.RunState;
import dev.parley.deploy.local.state.StateFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Finds out how the stack of a data folder is.
public final class StatusReader {

  private final Home home;

  /// Names the stack.
  ///
  /// @param home its data folder
  public StatusReader(Home home) {
    this.home = home;
  }

  /// {@return how it is now; takes up to two seconds for each service that does not answer}
  public StatusReport read() {
    Optional<RunState> state = new StateFile(home).read();
    return state
        .flatMap(recorded -> recorded.supervisor().find().map(_ -> report(recorded)))
        .orElseGet(() -> StatusReport.notRunning(home.folder().toString()));
  }

  private static StatusReport report(RunState state) {
    List<ProcessReport> processes = state.processes().stream().map(StatusReader::report).toList();
    long resident = processes.stream().mapToLong(ProcessReport::residentBytes).sum();
    return new StatusReport(
        true,
        state.ready(),
        state.ready() && processes.stream().allMatch(ProcessReport::healthy),
        state.readySeconds(),
        secondsSince(state.startMillis()),
        state.loadTest(),
        state.listen(),
        state.home(),
        state.supervisor().pid(),
        resident + ResidentMemory.of(state.supervisor().pid()),
        state.doors(),
        new Home(Path.of(state.home())).sshFingerprint(state.loadTest()).orElse(""),
        processes);
  }

  private static ProcessReport report(ProcessState process) {
    Optional<ProcessHandle> alive = process.identity().find();
    return new ProcessReport(
        process.name(),
        process.service(),
        process.phase(),
        alive.isPresent() && isReady(process),
        alive.map(ProcessHandle::pid).orElse(-1L),
        alive.isPresent() ? secondsSince(process.identity().startMillis()) : 0,
        alive.map(handle -> resident(process, handle)).orElse(0L),
        process.restarts(),
        process.ports(),
        process.log());
  }

  private static boolean isReady(ProcessState process) {
    Integer http = process.ports().get("http");
    if (http == null) {
      return process.phase().equals(Phase.READY.label());
    }
    return new HealthProbe(http).isReady();
  }

  private static long resident(ProcessState process, ProcessHandle handle) {
    // PostgreSQL is a family of processes around one shared memory.
    return "postgres".equals(process.service())
        ? ResidentMemory.ofTree(handle)
        : ResidentMemory.of(handle.pid());
  }

  private static long secondsSince(long millis) {
    return Math.max(0, (System.currentTimeMillis() - millis) / 1000);
  }

  /// {@return the process that has the data folder's lock, if it runs}
  public Optional<ProcessHandle> supervisor() {
    return dev.parley.deploy.local.home.RunLock.holder(home).flatMap(ProcessIdentity::find);
  }
}
