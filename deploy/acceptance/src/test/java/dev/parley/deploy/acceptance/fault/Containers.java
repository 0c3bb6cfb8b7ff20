package dev.parley.deploy.acceptance.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.deploy.acceptance.compose.ComposeProject;
import dev.parley.deploy.acceptance.people.People;
import dev.parley.deploy.acceptance.stack.Doors;
import dev.parley.deploy.acceptance.traffic.Traffic;
import java.nio.file.Path;
import java.time.Duration;

/// Messages that flow through a stack in containers while something is done to it.
///
/// Driven by one thread.
final class Containers implements AutoCloseable {

  private static final System.Logger LOG = System.getLogger(Containers.class.getName());
  private static final Duration LIMIT = Duration.ofMinutes(4);

  private final ComposeProject project;
  private final Traffic traffic;

  private Containers(ComposeProject project, Traffic traffic) {
    this.project = project;
    this.traffic = traffic;
  }

  /// Starts the messages, once everything is healthy.
  static Containers withTraffic(ComposeProject project, Doors doors, People people) {
    awaitHealthy(project);
    return new Containers(project, Traffic.start(doors.tcp(), Casts.of(people)));
  }

  /// Does something, waits until every conversation takes messages again and every container is
  /// healthy, and notes how long that took.
  void through(String fault, Runnable deed) {
    long from = beginning(fault, deed);
    Duration flow = traffic.awaitFlow();
    awaitHealthy(project);
    HealTimes.add(fault, flow, Duration.ofNanos(System.nanoTime() - from), traffic);
  }

  /// Does something that leaves a container unhealthy until it is undone.
  void throughWithout(String fault, Runnable deed) {
    var _ = beginning(fault, deed);
    HealTimes.add(fault, traffic.awaitFlow(), traffic);
  }

  /// Ends the messages, and compares what everybody wrote, saw and can read.
  void mustHaveLostNothing(String name) {
    assertThat(traffic.finish(Path.of("target", "history-" + name.replace(' ', '-') + ".txt")))
        .isEmpty();
  }

  @Override
  public void close() {
    traffic.close();
  }

  /// {@return when the deed was done}
  private static long beginning(String fault, Runnable deed) {
    LOG.log(System.Logger.Level.INFO, "now: {0}", fault);
    deed.run();
    return System.nanoTime();
  }

  private static void awaitHealthy(ComposeProject project) {
    await()
        .atMost(LIMIT)
        .pollInterval(Duration.ofMillis(500))
        .untilAsserted(() ->
            assertThat(project.containers())
                .isNotEmpty()
                .allMatch(container -> container.healthy(), "is healthy"));
  }
}
