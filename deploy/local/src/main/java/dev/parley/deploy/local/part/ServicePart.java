package dev.parley.deploy.local.part;

import dev.parley.deploy.embedded.ChildProcess;
import dev.parley.deploy.embedded.DetachedCommand;
import dev.parley.deploy.embedded.StartFailedException;
import dev.parley.deploy.local.log.RotatingLog;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// One instance of a service: a Quarkus application in a JVM of its own.
public final class ServicePart implements Part {

  private static final Duration START_LIMIT = Duration.ofMinutes(2);

  private final ServiceInstance instance;
  private final ServiceLaunch launch;
  private final RotatingLog log;
  private @Nullable ChildProcess child;

  /// Makes an instance that is not started yet.
  ///
  /// @param instance which service, and the number of the instance
  /// @param launch command line, properties and ports
  /// @param log takes its lines
  public ServicePart(ServiceInstance instance, ServiceLaunch launch, RotatingLog log) {
    this.instance = instance;
    this.launch = launch;
    this.log = log;
  }

  /// {@return which service, and the number of the instance}
  public ServiceInstance instance() {
    return instance;
  }

  @Override
  public String name() {
    return instance.name();
  }

  @Override
  public String kind() {
    return instance.service().label();
  }

  @Override
  public Map<String, Integer> ports() {
    return launch.ports();
  }

  @Override
  public void start() {
    ProcessBuilder command = DetachedCommand.leashed(launch.command());
    command.directory(launch.folder().toFile());
    ChildProcess started = ChildProcess.start(name(), command, _ -> false, log::line);
    child = started;
    var health = new HealthProbe(launch.httpPort());
    long limit = System.nanoTime() + START_LIMIT.toNanos();
    while (!health.isReady()) {
      if (!started.isAlive()) {
        throw new StartFailedException(
            name() + " ended with code " + started.onExit().join() + started.tail());
      }
      if (System.nanoTime() > limit) {
        started.kill();
        throw new StartFailedException(
            name() + " was not ready within " + START_LIMIT.toSeconds() + " s" + started.tail());
      }
      HealthProbe.pause();
    }
  }

  @Override
  public void stop() {
    ChildProcess running = child;
    if (running != null) {
      running.terminate();
      running.awaitExit(launch.stopLimit());
    }
  }

  @Override
  public long pid() {
    return child != null && child.isAlive() ? child.pid() : -1;
  }

  @Override
  public CompletableFuture<Integer> onExit() {
    return child == null ? CompletableFuture.completedFuture(0) : child.onExit();
  }
}
