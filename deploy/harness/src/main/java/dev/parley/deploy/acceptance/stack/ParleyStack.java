package dev.parley.deploy.acceptance.stack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.deploy.acceptance.line.LineDoor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

/// A running stack of its own: own data folder, own ports, own processes.
///
/// For any thread, except that scaling and closing are one thread's business. Nothing of it is left
/// when the JVM ends in whatever order.
public final class ParleyStack implements Doors, AutoCloseable {

  /// Settings of a stack that takes in hundreds of people: a hash costs next to nothing. CanaryIT
  /// has one with the hashes that everybody has.
  public static final Map<String, String> CHEAP_HASHES =
      Map.of("parley.auth.password.memory-kib", "64", "parley.auth.password.iterations", "1");

  private static final String HOST = "127.0.0.1";
  private static final ObjectMapper JSON = new ObjectMapper();

  /// A stack of a test lives for minutes and its services are killed now and then: what the second
  /// compiler makes hardly pays in that time.
  private static final List<String> FIRST_COMPILER_ONLY =
      Stream.of("gateway", "auth-service", "routing-service", "presence-service")
          .flatMap(service -> Stream.of("--jvm", service + "=-XX:TieredStopAtLevel=1"))
          .toList();

  private final Launcher launcher;
  private final LineDoor tcp;
  private final LineDoor tls;
  private final int sshPort;
  private final URI web;
  private final URI frames;
  private final AtomicBoolean closed = new AtomicBoolean();

  private ParleyStack(Launcher launcher, Map<String, Integer> ports) {
    this.launcher = launcher;
    this.tcp = LineDoor.tcp(HOST, ports.getOrDefault("tcp", 0));
    this.tls = LineDoor.tls(HOST, ports.getOrDefault("tls", 0));
    this.sshPort = ports.getOrDefault("ssh", 0);
    this.web = URI.create("http://localhost:" + ports.getOrDefault("web", 0));
    this.frames = URI.create("ws://" + HOST + ":" + ports.getOrDefault("web", 0) + "/ws");
  }

  /// Starts a stack in a new temporary folder and waits until all of it is ready.
  ///
  /// @param settings configuration that every service gets
  /// @return the running stack; whoever starts it closes it
  /// @throws StackException if it does not come up
  public static ParleyStack start(Map<String, String> settings) {
    return start(newHome(), settings);
  }

  /// Starts a stack in a folder that may hold data already.
  ///
  /// @param home its data folder, deleted when the stack is closed
  /// @param settings configuration that every service gets
  /// @return the running stack; whoever starts it closes it
  /// @throws StackException if it does not come up
  public static ParleyStack start(Path home, Map<String, String> settings) {
    Launcher launcher = launcher(home);
    List<String> up = new ArrayList<>(List.of("up", "--detach", "--no-build", "--no-recording"));
    up.addAll(List.of("--port-offset", Integer.toString(PortOffsets.free())));
    up.addAll(FIRST_COMPILER_ONLY);
    settings.forEach((key, value) -> up.addAll(List.of("--set", key + "=" + value)));
    var stack = new ParleyStack(launcher, ports(launcher, up));
    Runtime.getRuntime().addShutdownHook(new Thread(stack::close, "acceptance-down"));
    return stack;
  }

  /// {@return a new temporary folder}
  public static Path newHome() {
    try {
      return Files.createTempDirectory("parley-acceptance-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Runs a command of the launcher on a data folder, whether a stack runs there or not.
  ///
  /// @param home the data folder
  /// @param arguments what follows `./parley`
  /// @return what it left behind
  public static Command parley(Path home, String... arguments) {
    Launcher.Result result = launcher(home).run(List.of(arguments));
    return new Command(result.code(), result.output(), result.errors());
  }

  private static Launcher launcher(Path home) {
    return new Launcher(Path.of(System.getProperty("parley.root")), home);
  }

  /// {@inheritDoc} It is that of the first gateway.
  @Override
  public LineDoor tcp() {
    return tcp;
  }

  /// {@inheritDoc} It is that of the first gateway.
  @Override
  public LineDoor tls() {
    return tls;
  }

  /// {@inheritDoc} It is that of the first gateway.
  @Override
  public int sshPort() {
    return sshPort;
  }

  /// {@inheritDoc} It is that of the first gateway.
  @Override
  public URI web() {
    return web;
  }

  /// {@inheritDoc} It is that of the first gateway.
  @Override
  public URI frames() {
    return frames;
  }

  /// {@return the folder of all its data and logs}
  public Path home() {
    return launcher.home();
  }

  /// {@return how it is now}
  public Status status() {
    return status(launcher);
  }

  /// Ends a process at once, as a crash does.
  ///
  /// @param name such as `gateway-1`
  public void kill(String name) {
    Signals.send("KILL", status().process(name).pid());
  }

  /// Halts a process; it keeps its connections and answers nothing.
  ///
  /// @param name such as `gateway-1`
  /// @return what lets it go on
  public Halt halt(String name) {
    long pid = status().process(name).pid();
    Signals.send("STOP", pid);
    return () -> Signals.send("CONT", pid);
  }

  /// Changes the number of instances of a service, and waits until they are ready.
  ///
  /// @param service such as `routing-service`
  /// @param instances from 1 to 9
  public void scale(String service, int instances) {
    launcher.must(List.of("scale", service + "=" + instances));
  }

  /// What a command left behind.
  ///
  /// @param code its exit code
  /// @param output its standard output
  /// @param errors its standard error
  public record Command(int code, String output, String errors) {}

  /// Runs a command of the launcher on the data of this stack.
  ///
  /// @param arguments what follows `./parley`
  /// @return what it left behind
  public Command parley(String... arguments) {
    Launcher.Result result = launcher.run(List.of(arguments));
    return new Command(result.code(), result.output(), result.errors());
  }

  /// Stops everything and keeps the data, for whoever wants to look into it.
  public void stop() {
    launcher.must(List.of("down"));
  }

  /// Stops everything and deletes the data.
  @Override
  public void close() {
    if (closed.getAndSet(true)) {
      return;
    }
    stop();
    delete();
  }

  private void delete() {
    if (Files.notExists(home())) {
      return; // Closed by another one that was started in the same folder.
    }
    try (Stream<Path> files = Files.walk(home())) {
      files.sorted(Comparator.reverseOrder()).forEach(ParleyStack::delete);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A process that is halted until this is closed.
  @FunctionalInterface
  public interface Halt extends AutoCloseable {
    @Override
    void close();
  }

  private static Map<String, Integer> ports(Launcher launcher, List<String> up) {
    try {
      launcher.must(up);
      return status(launcher).process("gateway-1").ports();
    } catch (StackException e) {
      launcher.run(List.of("down"));
      throw e;
    }
  }

  private static Status status(Launcher launcher) {
    // The exit code only says whether all is healthy; the JSON says so, too.
    String json = launcher.run(List.of("status", "--json")).output();
    try {
      return JSON.readValue(json, Status.class);
    } catch (JsonProcessingException e) {
      throw new StackException("not the JSON of a status: " + json, e);
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
