package dev.parley.deploy.local.part;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The services that run as processes of their own, in the order in which they are shown.
///
/// The heap limits hold for a laptop; `--jvm` raises them. auth-service needs the second compiler
/// for Argon2, presence-service for the audit of every message.
public enum Service {
  /// The doors: 10,000 connections fit into its heap.
  GATEWAY("gateway", "512m", true),
  /// Accounts; has a schema.
  AUTH("auth-service", JvmOptions.heapForHashes(), false),
  /// Conversations; has a schema.
  ROUTING("routing-service", "384m", true),
  /// Sessions; has a schema.
  PRESENCE("presence-service", "192m", false);

  private final String label;
  private final String heap;
  private final boolean seesEveryMessage;

  Service(String label, String heap, boolean seesEveryMessage) {
    this.label = label;
    this.heap = heap;
    this.seesEveryMessage = seesEveryMessage;
  }

  /// {@return the name on the command line, in tables and of its folder in the repository}
  public String label() {
    return label;
  }

  /// {@return the JVM options of this service; later ones win over them}
  public List<String> jvmOptions() {
    return Stream.concat(
            (seesEveryMessage ? JvmOptions.hot(heap) : JvmOptions.fast(heap)).stream(),
            Stream.of(
                "--sun-misc-unsafe-memory-access=allow", "--enable-native-access=ALL-UNNAMED"))
        .toList();
  }

  /// {@return schema and role in the database; empty for a service without tables}
  public Optional<String> schema() {
    return switch (this) {
      case GATEWAY -> Optional.empty();
      case AUTH -> Optional.of("auth");
      case ROUTING -> Optional.of("routing");
      case PRESENCE -> Optional.of("presence");
    };
  }

  /// {@return the service of a label; `auth` is as good as `auth-service`}
  ///
  /// @param label what a person wrote
  public static Optional<Service> of(String label) {
    return Stream.of(values())
        .filter(service -> service.label.equals(label) || service.label.equals(label + "-service"))
        .findFirst();
  }
}
