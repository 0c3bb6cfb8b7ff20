package dev.parley.deploy.local.stack;

import dev.parley.deploy.embedded.KafkaSettings;
import dev.parley.deploy.embedded.PostgresSettings;
import dev.parley.deploy.embedded.ServiceRole;
import dev.parley.deploy.local.aot.AotCaches;
import dev.parley.deploy.local.aot.Program;
import dev.parley.deploy.local.home.FixedSettings;
import dev.parley.deploy.local.home.Home;
import dev.parley.deploy.local.home.Secrets;
import dev.parley.deploy.local.log.RotatingLog;
import dev.parley.deploy.local.part.KafkaPart;
import dev.parley.deploy.local.part.Port;
import dev.parley.deploy.local.part.PostgresPart;
import dev.parley.deploy.local.part.Service;
import dev.parley.deploy.local.part.ServiceInstance;
import dev.parley.deploy.local.part.ServiceLaunch;
import dev.parley.deploy.local.part.ServicePart;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Makes the parts of a stack from its options.
final class Parts {

  private static final int DEFAULT_PARTITIONS = 6;
  private static final String SUPERUSER = "postgres";

  /// A JVM writes down what it has recorded when all else has ended.
  private static final Duration RECORDING_STOP_LIMIT = Duration.ofSeconds(60);

  private final StackOptions options;
  private final AppFolder app;
  private final Path data;
  private final Secrets secrets;
  private final ServiceProperties properties;
  private final AotCaches caches;

  Parts(StackOptions options, AppFolder app) {
    this.options = options;
    this.app = app;
    this.caches = new AotCaches(options.root());
    Home home = options.home();
    this.data = home.secretFolder(home.data(options.loadTest()));
    this.secrets = new Secrets(data);
    int partitions = new FixedSettings(data).partitions(options.partitions(), DEFAULT_PARTITIONS);
    this.properties =
        new ServiceProperties(
            options, data, partitions, secrets, kafkaSettings(List.of()), postgresSettings());
    home.secretFolder(data.resolve("tokens"));
    home.secretFolder(data.resolve("tls"));
    home.secretFolder(data.resolve("ssh"));
  }

  KafkaPart kafka() {
    return kafka(firstStart(app.brokerProgram()));
  }

  /// A broker for one piece of work.
  KafkaPart kafkaOnce() {
    return kafka(caches.use(app.brokerProgram()));
  }

  private KafkaPart kafka(List<String> cacheOptions) {
    return new KafkaPart(kafkaSettings(cacheOptions), log("kafka"));
  }

  PostgresPart postgres() {
    List<ServiceRole> roles =
        Stream.of(Service.values())
            .map(Service::schema)
            .flatMap(Optional::stream)
            .map(schema -> ServiceRole.of(schema, secrets.password(schema)))
            .toList();
    return new PostgresPart(postgresSettings(), roles, log("postgres"));
  }

  ServicePart service(ServiceInstance instance) {
    return new ServicePart(
        instance, launch(instance, Map.of(), cacheOptions(instance)), log(instance.name()));
  }

  /// Writes the configuration of an instance that does one piece of work, and says how to start it.
  ///
  /// @param further properties that win over all else
  ServiceLaunch launchOnce(ServiceInstance instance, Map<String, String> further) {
    return launch(instance, further, caches.use(app.program(instance.service())));
  }

  /// A JVM with options of a person's own may be another than the one of the cache.
  private List<String> cacheOptions(ServiceInstance instance) {
    if (options.jvm().containsKey(instance.service())) {
      return List.of();
    }
    Program program = app.program(instance.service());
    return instance.number() == 1 ? firstStart(program) : caches.use(program);
  }

  private List<String> firstStart(Program program) {
    return options.recording() ? caches.useOrRecord(program) : caches.use(program);
  }

  private ServiceLaunch launch(
      ServiceInstance instance, Map<String, String> further, List<String> cacheOptions) {
    Service service = instance.service();
    Path file = options.home().run().resolve(instance.name() + ".properties");
    var configuration = new TreeMap<>(properties.of(instance));
    configuration.putAll(further);
    SecretProperties.write(file, configuration);
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(service.jvmOptions());
    command.addAll(cacheOptions);
    command.addAll(options.jvm().getOrDefault(service, List.of()));
    command.add("-Dsmallrye.config.locations=" + file.toUri());
    command.add("-jar");
    command.add(app.runner(service).toString());
    Duration stopLimit =
        AotCaches.records(cacheOptions) ? RECORDING_STOP_LIMIT : ServiceLaunch.STOP_LIMIT;
    return new ServiceLaunch(command, data, ports(instance), stopLimit);
  }

  Map<String, Integer> ports(ServiceInstance instance) {
    int http = port(Port.httpOf(instance.service()), instance);
    return instance.service() == Service.GATEWAY
        ? Map.of(
            "http", http,
            "web", port(Port.WEB, instance),
            "https", port(Port.HTTPS, instance),
            "tcp", port(Port.TCP, instance),
            "tls", port(Port.TLS, instance),
            "ssh", port(Port.SSH, instance))
        : Map.of("http", http);
  }

  private int port(Port port, ServiceInstance instance) {
    return options.ports().of(port, instance.number());
  }

  private KafkaSettings kafkaSettings(List<String> cacheOptions) {
    return new KafkaSettings(
        app.broker(),
        data.resolve("kafka"),
        options.ports().of(Port.KAFKA),
        options.ports().of(Port.KAFKA_CONTROLLER),
        Map.of(),
        Stream.concat(KafkaPart.JVM_OPTIONS.stream(), cacheOptions.stream()).toList());
  }

  private PostgresSettings postgresSettings() {
    return new PostgresSettings(
        data.resolve("postgres"),
        options.ports().of(Port.POSTGRES),
        secrets.password(SUPERUSER),
        // A load test must pay for durability too, or its figures mean nothing.
        true,
        Map.of());
  }

  private RotatingLog log(String name) {
    return new RotatingLog(options.home().logs().resolve(name + ".log"), RotatingLog.DEFAULT_LIMIT);
  }
}
