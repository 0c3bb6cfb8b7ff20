package dev.parley.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.gateway.admin.AdminConfig;
import dev.parley.gateway.credential.CredentialConfig;
import dev.parley.gateway.door.DoorConfig;
import dev.parley.gateway.door.ssh.SshConfig;
import dev.parley.gateway.door.tcp.TcpConfig;
import dev.parley.gateway.door.tls.TlsConfig;
import dev.parley.gateway.door.ws.WebSocketConfig;
import dev.parley.gateway.exchange.ExchangeConfig;
import dev.parley.gateway.exchange.TopicsConfig;
import dev.parley.gateway.file.FileConfig;
import dev.parley.gateway.file.s3.S3Config;
import dev.parley.gateway.hop.HopConfig;
import dev.parley.gateway.limit.LimitConfig;
import dev.parley.gateway.session.SessionConfig;
import dev.parley.gateway.trace.TraceConfig;
import dev.parley.gateway.web.WebConfig;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Pins the defaults that the README's table names, and sets every property once.
class ConfigTest {
  @ParameterizedTest
  @MethodSource("defaults")
  void startsFromTheDefaultsOfTheReadme(Class<?> mapping, Map<String, String> expected) {
    assertThat(valuesOf(mapping, Map.of())).isEqualTo(expected);
  }

  static Stream<Arguments> defaults() {
    return Stream.of(
        Arguments.of(
            DoorConfig.class,
            Map.of(
                "listen", "127.0.0.1",
                "proxyProtocol", "false",
                "eventLoops", "2",
                "maxUnsent", "524288",
                "maxLine", "8192",
                "maxPipelined", "64",
                "loginTimeout", "PT1M",
                "closeTimeout", "PT2S")),
        Arguments.of(TcpConfig.class, Map.of("port", "5555")),
        Arguments.of(
            TlsConfig.class,
            Map.of(
                "port", "5556",
                "folder", "tls",
                "certificate", "Optional.empty",
                "key", "Optional.empty",
                "hosts", "Optional.empty")),
        Arguments.of(
            WebSocketConfig.class,
            Map.of("allowedOrigins", "Optional.empty", "loginTimeout", "PT10S")),
        Arguments.of(
            SshConfig.class,
            Map.of(
                "port", "2222",
                "folder", "ssh",
                "loginTimeout", "PT30S",
                "maxTries", "3",
                "maxKeys", "12",
                "keepAlive", "PT1M")),
        Arguments.of(
            LimitConfig.class,
            Map.ofEntries(
                Map.entry("enabled", "true"),
                Map.entry("messagesPerSecond", "20"),
                Map.entry("messageBurst", "100"),
                Map.entry("commandsPerSecond", "10"),
                Map.entry("commandBurst", "100"),
                Map.entry("trusted", "Optional.empty"),
                Map.entry("connectionsPerAddress", "64"),
                Map.entry("connections", "12000"),
                Map.entry("unauthenticated", "1000"),
                Map.entry("wrongPasswords", "10"),
                Map.entry("loginsPerMinute", "60"),
                Map.entry("loginBurst", "60"),
                Map.entry("registrationsPerHour", "60"),
                Map.entry("registrationBurst", "60"))),
        Arguments.of(
            WebConfig.class,
            Map.of(
                "requestTimeout", "PT15S",
                "vanishedTimeout", "PT1M",
                "connectionsPerAddress", "256",
                "connections", "14000")),
        Arguments.of(
            AdminConfig.class,
            Map.of(
                "enabled", "true",
                "callsPerSecond", "10",
                "callBurst", "50",
                "maxImport", "2097152",
                "bodyTimeout", "PT30S")),
        Arguments.of(
            FileConfig.class,
            Map.ofEntries(
                Map.entry("store", "FOLDER"),
                Map.entry("folder", "files"),
                Map.entry("keepUnknown", "PT168H"),
                Map.entry("maxSize", "104857600"),
                Map.entry("quota", "1073741824"),
                Map.entry("maxFiles", "5000"),
                Map.entry("keepFree", "268435456"),
                Map.entry("keepUnsent", "PT24H"),
                Map.entry("sweepInterval", "PT10M"),
                Map.entry("idleTimeout", "PT30S"),
                Map.entry("ticketLife", "PT15M"),
                Map.entry("publicUrl", "http://localhost:8080"),
                Map.entry("callsPerSecond", "20"),
                Map.entry("callBurst", "200"),
                Map.entry("transfers", "12"))),
        Arguments.of(
            S3Config.class,
            Map.ofEntries(
                Map.entry("endpoint", "Optional.empty"),
                Map.entry("region", "us-east-1"),
                Map.entry("bucket", "Optional.empty"),
                Map.entry("pathStyle", "true"),
                Map.entry("accessKey", "Optional.empty"),
                Map.entry("secretKey", "Optional.empty"),
                Map.entry("timeout", "PT10S"),
                Map.entry("attempts", "3"),
                Map.entry("buffer", "2097152"),
                Map.entry("buffers", "16"))),
        Arguments.of(
            SessionConfig.class,
            Map.of(
                "backlogPage", "200",
                "offlineRepeat", "1000",
                "cursorInterval", "PT30S",
                "heartbeat", "PT3S",
                "readTimeout", "PT30S")),
        Arguments.of(ExchangeConfig.class, Map.of("deadline", "PT10S", "maxPending", "50000")),
        Arguments.of(HopConfig.class, Map.of("remembered", "8192")),
        Arguments.of(TraceConfig.class, Map.of("ratio", "0.0")),
        Arguments.of(TopicsConfig.class, Map.of("partitions", "6", "replication", "1")),
        Arguments.of(
            CredentialConfig.class,
            Map.of(
                "url", "http://localhost:8081",
                "issuer", "parley",
                "audience", "parley",
                "timeout", "PT2S")));
  }

  @Test
  void takesWhatTheOperatorSets() {
    // Given
    Map<String, String> set =
        Map.of(
            "parley.gateway.door.max-unsent", "1M",
            "parley.gateway.limit.trusted", "bot,robot",
            "parley.gateway.session.heartbeat", "1s",
            "parley.gateway.hop.remembered", "0",
            "parley.gateway.trace.ratio", "0.25",
            "parley.gateway.tls.hosts", "chat.example",
            "parley.gateway.files.store", "s3",
            "parley.gateway.files.s3.endpoint", "http://minio:9000");

    // Then
    assertThat(valuesOf(DoorConfig.class, set)).containsEntry("maxUnsent", "1048576");
    assertThat(valuesOf(LimitConfig.class, set).get("trusted")).contains("bot", "robot");
    assertThat(valuesOf(SessionConfig.class, set)).containsEntry("heartbeat", "PT1S");
    assertThat(valuesOf(HopConfig.class, set)).containsEntry("remembered", "0");
    assertThat(valuesOf(TraceConfig.class, set)).containsEntry("ratio", "0.25");
    assertThat(valuesOf(TlsConfig.class, set).get("hosts")).contains("chat.example");
    assertThat(valuesOf(FileConfig.class, set)).containsEntry("store", "S3");
    assertThat(valuesOf(S3Config.class, set).get("endpoint")).contains("http://minio:9000");
  }

  private static Map<String, String> valuesOf(Class<?> mapping, Map<String, String> set) {
    Object config =
        new SmallRyeConfigBuilder()
            .withMapping(mapping, mapping.getAnnotation(ConfigMapping.class).prefix())
            .withSources(new PropertiesConfigSource(set, "test", 100))
            .withConverter(
                java.time.Duration.class,
                100,
                new io.quarkus.runtime.configuration.DurationConverter())
            .withValidateUnknown(false)
            .build()
            .getConfigMapping(mapping);
    Map<String, String> values = new TreeMap<>();
    Arrays.stream(mapping.getDeclaredMethods())
        .filter(method -> !method.isSynthetic())
        .forEach(method -> values.put(method.getName(), value(method, config)));
    return values;
  }

  private static String value(Method method, Object config) {
    try {
      Object value = method.invoke(config);
      return value instanceof io.quarkus.runtime.configuration.MemorySize size
          ? Long.toString(size.asLongValue())
          : String.valueOf(value);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new AssertionError(e);
    }
  }
}
