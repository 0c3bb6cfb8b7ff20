package dev.parley.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.contracts.codec.Codecs;
import dev.parley.contracts.codec.Decoded;
import dev.parley.contracts.presence.Heartbeat;
import dev.parley.contracts.presence.PresenceRecord;
import dev.parley.contracts.topic.KafkaSettings;
import dev.parley.contracts.topic.Topics;
import dev.parley.deploy.embedded.EmbeddedStackResource;
import dev.parley.gateway.door.tcp.TcpConfig;
import dev.parley.gateway.file.s3.S3Resource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/// The gateway alone against a real log: no service answers.
@QuarkusTest
@QuarkusTestResource(EmbeddedStackResource.class)
@QuarkusTestResource(S3Resource.class)
@TestProfile(GatewayAlone.class)
class GatewayIT {
  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final int PARTITIONS = 6;

  @Inject TcpConfig tcp;

  @TestHTTPResource(value = "/health/ready", management = true)
  URI ready;

  @TestHTTPResource(value = "/metrics", management = true)
  URI metrics;

  @Inject
  @Identifier("default-kafka-broker")
  Map<String, Object> connection;

  @Test
  void isReadyWhileItReadsItsTopics() {
    await().atMost(LIMIT).untilAsserted(() -> assertThat(get(ready)).contains("\"UP\""));
  }

  @Test
  void beatsInEveryPartitionOfPresence() {
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(new KafkaSettings(connection).tail(100))) {
      List<TopicPartition> all =
          IntStream.range(0, PARTITIONS)
              .mapToObj(partition -> new TopicPartition(Topics.PRESENCE, partition))
              .toList();
      consumer.assign(all);
      consumer.seekToBeginning(all);
      Set<Integer> beaten = new HashSet<>();
      await()
          .atMost(LIMIT)
          .untilAsserted(() -> {
            consumer
                .poll(Duration.ofMillis(200))
                .forEach(record -> {
                  if (isHeartbeat(record.value())) {
                    beaten.add(record.partition());
                  }
                });
            assertThat(beaten).hasSize(PARTITIONS);
          });
    }
  }

  @Test
  void saysThatItIsUnavailableWhileAuthServiceIsAway() throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), tcp.port());
        BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
      // Given
      socket.setSoTimeout((int) LIMIT.toMillis());
      assertThat(lines.readLine()).startsWith("* notice welcome");

      // When
      socket
          .getOutputStream()
          .write("register alice secret-enough\nhelp\n".getBytes(StandardCharsets.UTF_8));

      // Then
      assertThat(lines.readLine()).startsWith("-err unavailable ");
      assertThat(lines.readLine()).startsWith("+ok help ");
    }
  }

  /// The secret that all gateways share is what a gateway looks for first, and makes.
  @Test
  void findsTheBucketOfItsFiles() {
    Path secret =
        Path.of(ConfigProvider.getConfig().getValue(S3Resource.FOLDER, String.class), "secret");
    await()
        .atMost(LIMIT)
        .untilAsserted(() ->
            assertThat(secret)
                .exists()
                .satisfies(file -> assertThat(Files.size(file)).isEqualTo(32)));
  }

  @Test
  void showsWhatItCounts() {
    assertThat(get(metrics))
        .contains("parley_messages_posted_total")
        .contains("parley_post_to_ack_seconds_bucket")
        .contains("parley_post_to_delivery_seconds_bucket")
        .contains("parley_commands_rejected_total{code=\"locked\"")
        .contains("parley_sessions{door=\"tcp\"")
        .contains("kafka_consumer_fetch_manager_records_lag");
  }

  private static boolean isHeartbeat(byte[] value) {
    return Codecs.PRESENCE.decode(value)
            instanceof Decoded.Known<PresenceRecord>(PresenceRecord record)
        && record instanceof Heartbeat;
  }

  private static String get(URI uri) {
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString())
          .body();
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
