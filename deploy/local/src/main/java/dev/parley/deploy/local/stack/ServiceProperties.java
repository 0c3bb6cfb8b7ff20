package dev.parley.deploy.local.stack;

import static java.util.Map.entry;

import dev.parley.deploy.embedded.KafkaSettings;
import dev.parley.deploy.embedded.PostgresSettings;
import dev.parley.deploy.local.home.Secrets;
import dev.parley.deploy.local.part.Port;
import dev.parley.deploy.local.part.Service;
import dev.parley.deploy.local.part.ServiceInstance;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/// The configuration that the stack hands to a service, by the names of `application.properties`.
///
/// @param options what the stack was started with
/// @param data folder of the data
/// @param partitions number of partitions of the data folder
/// @param secrets passwords of the database roles
/// @param kafka where the broker is
/// @param postgres where the database is
record ServiceProperties(
    StackOptions options,
    Path data,
    int partitions,
    Secrets secrets,
    KafkaSettings kafka,
    PostgresSettings postgres) {

  private static final String LOOPBACK = "127.0.0.1";

  Map<String, String> of(ServiceInstance instance) {
    var properties = new TreeMap<String, String>();
    Service service = instance.service();
    // Health and metrics are for this machine, whatever the doors listen on.
    properties.put("quarkus.http.host", LOOPBACK);
    properties.put("quarkus.http.port", port(Port.httpOf(service), instance));
    properties.put("kafka.bootstrap.servers", kafka.bootstrapServers());
    properties.put("parley.topics.partitions", Integer.toString(partitions));
    properties.put("parley.topics.replication", "1");
    service.schema().ifPresent(schema -> properties.putAll(dataSource(schema)));
    properties.putAll(own(instance));
    if (options.loadTest()) {
      properties.putAll(loadTest(service));
    }
    properties.putAll(options.properties());
    return properties;
  }

  private Map<String, String> dataSource(String schema) {
    return Map.of(
        "quarkus.datasource.jdbc.url", postgres.jdbcUrl(schema),
        "quarkus.datasource.username", schema,
        "quarkus.datasource.password", secrets.password(schema));
  }

  private Map<String, String> own(ServiceInstance instance) {
    return switch (instance.service()) {
      case GATEWAY -> gateway(instance);
      case AUTH -> Map.of("parley.auth.token.folder", data.resolve("tokens").toString());
      case ROUTING -> Map.of();
      case PRESENCE -> Map.of("parley.presence.audit.file", audit());
    };
  }

  private Map<String, String> gateway(ServiceInstance instance) {
    String auth = "http://" + LOOPBACK + ":" + options.ports().of(Port.AUTH);
    return Map.ofEntries(
        entry("quarkus.http.host", options.listen()),
        entry("quarkus.http.port", port(Port.WEB, instance)),
        entry("quarkus.http.ssl-port", port(Port.HTTPS, instance)),
        entry("quarkus.management.host", LOOPBACK),
        entry("quarkus.management.port", port(Port.GATEWAY, instance)),
        entry("parley.gateway.door.listen", options.listen()),
        entry("parley.gateway.tcp.port", port(Port.TCP, instance)),
        entry("parley.gateway.tls.port", port(Port.TLS, instance)),
        entry("parley.gateway.tls.folder", data.resolve("tls").toString()),
        entry("parley.gateway.ssh.port", port(Port.SSH, instance)),
        entry("parley.gateway.ssh.folder", data.resolve("ssh").toString()),
        entry("parley.gateway.files.folder", data.resolve("files").toString()),
        entry("parley.gateway.credentials.url", auth));
  }

  private static Map<String, String> loadTest(Service service) {
    return switch (service) {
      case GATEWAY -> Map.of("parley.gateway.limit.enabled", "false");
      case AUTH ->
          Map.of("parley.auth.password.memory-kib", "64", "parley.auth.password.iterations", "1");
      case ROUTING, PRESENCE -> Map.of();
    };
  }

  private String audit() {
    return options.home().logs().resolve("audit.jsonl").toString();
  }

  private String port(Port port, ServiceInstance instance) {
    return Integer.toString(options.ports().of(port, instance.number()));
  }
}
