package dev.parley.deploy.local.stack;

import dev.parley.deploy.local.home.ProcessIdentity;
import dev.parley.deploy.local.part.Part;
import dev.parley.deploy.local.part.Port;
import dev.parley.deploy.local.part.Supervised;
import dev.parley.deploy.local.state.ProcessState;
import dev.parley.deploy.local.state.RunState;
import dev.parley.deploy.local.state.StateFile;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Keeps `run/state.json` in step with the parts. Safe for any thread.
final class StateRecorder {

  private static final System.Logger LOG = System.getLogger(StateRecorder.class.getName());

  private final StackOptions options;
  private final StateFile file;
  private final long startMillis = System.currentTimeMillis();
  private @Nullable Roster roster;
  private String socket = "";
  private long readyMillis;

  StateRecorder(StackOptions options) {
    this.options = options;
    this.file = new StateFile(options.home());
  }

  /// Begins to write.
  ///
  /// @throws UncheckedIOException if that is not possible
  synchronized void open(Roster parts, Path controlSocket) {
    roster = parts;
    socket = controlSocket.toString();
    file.write(current());
  }

  synchronized void onReady() {
    readyMillis = System.currentTimeMillis();
    write();
  }

  /// Writes what is now. What cannot be written, as on a full disk, is written with what comes
  /// next: whoever supervises must go on.
  synchronized void write() {
    if (roster != null) {
      try {
        file.write(current());
      } catch (UncheckedIOException e) {
        LOG.log(System.Logger.Level.WARNING, "state not written: {0}", e.getMessage());
      }
    }
  }

  /// Ends writing, and deletes the file: without it nothing runs here.
  synchronized void close() {
    roster = null;
    file.delete();
  }

  synchronized RunState current() {
    boolean ready = readyMillis > 0;
    List<Supervised> members = roster == null ? List.of() : roster.members();
    return new RunState(
        ProcessIdentity.ofThisProcess(),
        startMillis,
        ready,
        ready ? (readyMillis - startMillis) / 1000.0 : 0,
        options.loadTest(),
        options.listen(),
        options.home().folder().toString(),
        socket,
        doors(),
        members.stream().map(this::describe).toList());
  }

  private ProcessState describe(Supervised member) {
    Part part = member.part();
    return new ProcessState(
        part.name(),
        part.kind(),
        member.phase().label(),
        identity(part.pid()),
        part.ports(),
        member.restarts(),
        options.home().logs().resolve(part.name() + ".log").toString());
  }

  private static ProcessIdentity identity(long pid) {
    return ProcessHandle.of(pid)
        .map(ProcessIdentity::of)
        .orElseGet(() -> new ProcessIdentity(-1, 0));
  }

  private Map<String, String> doors() {
    var doors = new LinkedHashMap<String, String>();
    String host = options.reachableAt();
    String urlHost = host.contains(":") ? "[" + host + "]" : host;
    doors.put("web", "http://" + urlHost + ":" + options.ports().of(Port.WEB));
    doors.put("https", "https://" + urlHost + ":" + options.ports().of(Port.HTTPS));
    doors.put("tcp", host + " " + options.ports().of(Port.TCP));
    doors.put("tls", host + " " + options.ports().of(Port.TLS));
    doors.put("ssh", host + " " + options.ports().of(Port.SSH));
    return doors;
  }
}
