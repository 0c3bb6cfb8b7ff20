package dev.parley.deploy.local.stack;

import dev.parley.deploy.embedded.ChildProcess;
import dev.parley.deploy.embedded.DetachedCommand;
import dev.parley.deploy.embedded.FreePorts;
import dev.parley.deploy.local.console.TroubleException;
import dev.parley.deploy.local.home.Home;
import dev.parley.deploy.local.home.RunLock;
import dev.parley.deploy.local.home.Secrets;
import dev.parley.deploy.local.log.RotatingLog;
import dev.parley.deploy.local.part.KafkaPart;
import dev.parley.deploy.local.part.Port;
import dev.parley.deploy.local.part.PortTable;
import dev.parley.deploy.local.part.PostgresPart;
import dev.parley.deploy.local.part.Service;
import dev.parley.deploy.local.part.ServiceInstance;
import dev.parley.deploy.local.part.ServiceLaunch;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/// Kafka and PostgreSQL of a stack whose doors stay shut, for one piece of work on its data. They
/// listen on ports that nobody knows. For one thread.
public final class StoppedStack implements AutoCloseable {

  private final Home home;
  private final RunLock lock;
  private final Parts parts;
  private final PortTable ports;
  private final KafkaPart kafka;
  private final PostgresPart postgres;

  private StoppedStack(
      Home home,
      RunLock lock,
      Parts parts,
      PortTable ports,
      KafkaPart kafka,
      PostgresPart postgres) {
    this.home = home;
    this.lock = lock;
    this.parts = parts;
    this.ports = ports;
    this.kafka = kafka;
    this.postgres = postgres;
  }

  /// Starts both.
  ///
  /// @param root the repository, in which everything has been built
  /// @param home the data folder
  /// @return both, running; closing stops them
  /// @throws TroubleException if there are no data, or a stack runs on them
  public static StoppedStack start(Path root, Home home) {
    if (Files.notExists(home.data(false).resolve("kafka"))) {
      throw new TroubleException(
          "there is no log in " + home.folder(),
          "name the data folder: PARLEY_HOME=/path ./parley rebuild");
    }
    home.prepare();
    RunLock lock = RunLock.acquire(home);
    try {
      var options = options(root, home);
      new Preparation(options, _ -> {}).run(lock);
      var app = new AppFolder(root, home);
      app.refresh();
      var parts = new Parts(options, app);
      var stack =
          new StoppedStack(home, lock, parts, options.ports(), parts.kafkaOnce(), parts.postgres());
      stack.startServers();
      return stack;
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  /// {@return address of the broker}
  public String bootstrapServers() {
    return "127.0.0.1:" + ports.of(Port.KAFKA);
  }

  /// {@return JDBC address of the database}
  public String databaseUrl() {
    return "jdbc:postgresql://127.0.0.1:" + ports.of(Port.POSTGRES) + "/parley";
  }

  /// {@return password of the superuser}
  public String superuserPassword() {
    return new Secrets(home.data(false)).password("postgres");
  }

  /// Runs a service as a program that ends by itself, and waits for that.
  ///
  /// @param service which
  /// @param properties configuration that wins over all else
  /// @param limit longest wait; it is killed then
  /// @throws TroubleException if it ends otherwise than well
  public void run(Service service, Map<String, String> properties, Duration limit) {
    var instance = new ServiceInstance(service, 1);
    ServiceLaunch launch = parts.launchOnce(instance, properties);
    var log =
        new RotatingLog(home.logs().resolve(instance.name() + ".log"), RotatingLog.DEFAULT_LIMIT);
    ProcessBuilder command = DetachedCommand.leashed(launch.command());
    command.directory(launch.folder().toFile());
    ChildProcess child = ChildProcess.start(instance.name(), command, _ -> false, log::line);
    boolean ended = child.awaitExit(limit);
    if (!ended || child.onExit().join() != 0) {
      throw new TroubleException(
          instance.name() + (ended ? " failed" : " was not done in time") + child.tail(),
          "mend what the log names (all of it is in " + home.logs() + "), then try again");
    }
  }

  @Override
  public void close() {
    try {
      kafka.stop();
      postgres.stop();
      SecretProperties.deleteAll(home.run());
    } finally {
      lock.close();
    }
  }

  private void startServers() {
    try {
      kafka.start();
      postgres.start();
    } catch (RuntimeException e) {
      kafka.stop();
      postgres.stop();
      throw e;
    }
  }

  private static StackOptions options(Path root, Home home) {
    var numbers = new EnumMap<Port, Integer>(Port.class);
    for (Port port : Port.values()) {
      numbers.put(port, FreePorts.next());
    }
    return new StackOptions(
        root,
        home,
        "127.0.0.1",
        new PortTable(numbers, 0),
        0,
        false,
        false,
        Map.of(),
        Map.of(),
        Map.of());
  }
}
