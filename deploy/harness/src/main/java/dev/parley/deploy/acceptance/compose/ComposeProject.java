package dev.parley.deploy.acceptance.compose;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.deploy.acceptance.program.Outcome;
import dev.parley.deploy.acceptance.program.Programs;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// The containers of a running compose project.
///
/// @param name of the project
public record ComposeProject(String name) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /// An instance has 20 s to stop; the rest is for a busy machine.
  private static final Duration LIMIT = Duration.ofMinutes(3);

  /// {@return the project that `COMPOSE_PROJECT_NAME` names}
  ///
  /// @throws IllegalStateException if there is no such variable
  public static ComposeProject ofEnvironment() {
    String name = System.getenv("COMPOSE_PROJECT_NAME");
    if (name == null) {
      throw new IllegalStateException("no COMPOSE_PROJECT_NAME; start this by deploy/test-compose");
    }
    return new ComposeProject(name);
  }

  /// {@return every container, in the order of service and number}
  public List<Container> containers() {
    String ids = docker("ps", "-aq", "--filter", "label=com.docker.compose.project=" + name);
    List<String> inspect = new ArrayList<>(List.of("inspect"));
    inspect.addAll(ids.lines().toList());
    return inspect.size() == 1 ? List.of() : parsed(docker(inspect.toArray(String[]::new)));
  }

  /// {@return one instance}
  ///
  /// @param instance such as `gateway-2`
  /// @throws IllegalStateException if there is none of that name
  public Container container(String instance) {
    List<Container> all = containers();
    return all.stream()
        .filter(container -> container.instance().equals(instance))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no " + instance + " among " + all));
  }

  /// Ends the first process of a container at once, as a crash does. Docker starts it again, which
  /// it does not do after `docker kill`.
  ///
  /// @param container a container that runs
  public void crash(Container container) {
    // By a container that sees the processes of docker's machine, which need not be this one.
    docker(
        "run",
        "--rm",
        "--pid=host",
        "--network=none",
        "--user=0",
        "--entrypoint=bash",
        "postgres:18",
        "-c",
        "kill -9 " + container.pid());
  }

  /// Changes the number of instances, and does not wait until they are healthy.
  ///
  /// @param instances such as `gateway=3`
  public void scale(String... instances) {
    docker(
        Stream.concat(Stream.of("compose", "scale"), Stream.of(instances)).toArray(String[]::new));
  }

  /// Cuts a container off the network that all of them share.
  ///
  /// @param container one that publishes no port
  public void cutOff(Container container) {
    docker("network", "disconnect", network(), container.id());
  }

  /// Brings a container back that was cut off.
  ///
  /// @param container the container
  public void bringBack(Container container) {
    // Without its alias nobody would find it any more.
    docker("network", "connect", "--alias", container.service(), network(), container.id());
  }

  private String network() {
    return name + "_inside";
  }

  static List<Container> parsed(String inspected) {
    try {
      return StreamSupport.stream(JSON.readTree(inspected).spliterator(), false)
          .map(Container::of)
          .sorted(Comparator.comparing(Container::instance))
          .toList();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("not the JSON of docker inspect: " + inspected, e);
    }
  }

  private static String docker(String... arguments) {
    List<String> command = Stream.concat(Stream.of("docker"), Stream.of(arguments)).toList();
    Outcome outcome = Programs.run(command, Map.of(), "", LIMIT);
    if (outcome.status() != 0) {
      throw new IllegalStateException(String.join(" ", command) + " failed: " + outcome.errors());
    }
    return outcome.out();
  }
}
