package dev.parley.deploy.local.part;

import java.util.Optional;
import java.util.stream.Stream;

/// Every port that a stack listens on.
public enum Port {
  /// The page and the frame door, plain.
  WEB("web", 8080),
  /// The page and the frame door behind TLS.
  HTTPS("https", 8443),
  /// Plain line door.
  TCP("tcp", 5555),
  /// Line door behind TLS.
  TLS("tls", 5556),
  /// Ssh door.
  SSH("ssh", 2222),
  /// The gateway's health and metrics.
  GATEWAY("gateway", 8084),
  /// auth-service's HTTP.
  AUTH("auth", 8081),
  /// routing-service's HTTP.
  ROUTING("routing", 8082),
  /// presence-service's HTTP.
  PRESENCE("presence", 8083),
  /// Kafka's clients.
  KAFKA("kafka", 19092),
  /// Kafka with itself.
  KAFKA_CONTROLLER("kafka-controller", 19093),
  /// PostgreSQL.
  POSTGRES("postgres", 15432);

  private final String label;
  private final int number;

  Port(String label, int number) {
    this.label = label;
    this.number = number;
  }

  /// {@return the name on the command line}
  public String label() {
    return label;
  }

  /// {@return the number unless another one is set}
  public int byDefault() {
    return number;
  }

  /// {@return the port of a service's health and metrics}
  ///
  /// @param service any
  public static Port httpOf(Service service) {
    return switch (service) {
      case GATEWAY -> GATEWAY;
      case AUTH -> AUTH;
      case ROUTING -> ROUTING;
      case PRESENCE -> PRESENCE;
    };
  }

  /// {@return the port of a label}
  ///
  /// @param label what a person wrote
  public static Optional<Port> of(String label) {
    return Stream.of(values()).filter(port -> port.label.equals(label)).findFirst();
  }
}
