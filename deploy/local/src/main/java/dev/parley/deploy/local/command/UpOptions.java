package dev.parley.deploy.local.command;

import dev.parley.deploy.local.console.TroubleException;
import dev.parley.deploy.local.home.Home;
import dev.parley.deploy.local.part.Port;
import dev.parley.deploy.local.part.PortTable;
import dev.parley.deploy.local.part.Service;
import dev.parley.deploy.local.stack.StackOptions;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/// The options of `./parley up` that say what the stack is like.
public final class UpOptions {

  @Option(
      names = "--listen",
      paramLabel = "ADDRESS",
      defaultValue = "127.0.0.1",
      description = "Address of the doors; 0.0.0.0 opens them to the network. Default: loopback.")
  private String listen = "127.0.0.1";

  @Option(
      names = "--port",
      paramLabel = "NAME=NUMBER",
      description =
          "One port: web, https, tcp, tls, ssh, gateway, auth, routing, presence, kafka,"
              + " kafka-controller, postgres.")
  private Map<String, Integer> port = new LinkedHashMap<>();

  @Option(
      names = "--port-offset",
      paramLabel = "N",
      description = "Shifts all ports, so that two stacks run side by side.")
  private int portOffset;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "Any configuration property, for all services.")
  private Map<String, String> properties = new LinkedHashMap<>();

  @Option(
      names = "--instances",
      paramLabel = "SERVICE=N",
      description = "Processes of a service, 1 to 9; each further one has its ports 10 higher.")
  private Map<String, Integer> instances = new LinkedHashMap<>();

  @Option(
      names = "--jvm",
      paramLabel = "SERVICE=FLAGS",
      description = "Further JVM flags, such as --jvm gateway=\"-Xmx2g\".")
  private Map<String, String> jvm = new LinkedHashMap<>();

  @Option(
      names = "--partitions",
      paramLabel = "N",
      description = "Partitions of the topics; fixed when the data folder is made. Default: 6.")
  private int partitions;

  @Option(
      names = "--load-test",
      description = "Throwaway data, no rate limits, cheap password hashes; loopback only.")
  private boolean loadTest;

  @Option(
      names = "--no-recording",
      description =
          "Does not record what makes later starts quick: a run that records carries less load.")
  private boolean noRecording;

  /// Made by the command line.
  public UpOptions() {}

  /// {@return the options of the stack}
  ///
  /// @param root the repository
  /// @param home the data folder
  /// @throws TroubleException if a name or number is wrong
  StackOptions toStackOptions(Path root, Home home) {
    return new StackOptions(
        root,
        home,
        listen,
        new PortTable(ports(), portOffset),
        partitions,
        loadTest,
        !loadTest && !noRecording,
        properties,
        jvmFlags(),
        counts());
  }

  static Service service(String label) {
    return Service.of(label)
        .orElseThrow(() -> {
          String known =
              Stream.of(Service.values()).map(Service::label).collect(Collectors.joining(", "));
          return new TroubleException("there is no service " + label, "use one of " + known);
        });
  }

  private Map<Port, Integer> ports() {
    var ports = new EnumMap<Port, Integer>(Port.class);
    port.forEach((label, number) -> ports.put(port(label), number));
    return ports;
  }

  private static Port port(String label) {
    return Port.of(label)
        .orElseThrow(() -> {
          String known =
              Stream.of(Port.values()).map(Port::label).collect(Collectors.joining(", "));
          return new TroubleException("there is no port " + label, "use one of " + known);
        });
  }

  private Map<Service, List<String>> jvmFlags() {
    var flags = new EnumMap<Service, List<String>>(Service.class);
    jvm.forEach((label, text) -> flags.put(service(label), List.of(text.strip().split("\\s+"))));
    return flags;
  }

  private Map<Service, Integer> counts() {
    var counts = new EnumMap<Service, Integer>(Service.class);
    instances.forEach((label, count) -> counts.put(service(label), count));
    return counts;
  }
}
