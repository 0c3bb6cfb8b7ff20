package dev.parley.deploy.acceptance.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A packaged service that is told to end while it still waits for Kafka.
class StopIT {
  /// A gateway gives Kafka 15 s to answer and then ends by itself. Only one that ends well before
  /// was ended by being told to.
  private static final long BEFORE_IT_GIVES_UP_SECONDS = 8;

  private static final Duration START_LIMIT = Duration.ofMinutes(1);

  @TempDir Path folder;

  @Test
  void aGatewayThatWaitsForKafkaEndsBeforeItGivesUp() throws IOException, InterruptedException {
    // Given
    Path log = folder.resolve("gateway.log");
    Process gateway = startWithoutKafka(log);
    try {
      await()
          .atMost(START_LIMIT)
          .until(() -> Files.readString(log).contains("127.0.0.1:1) could not be established"));

      // When
      gateway.destroy();

      // Then
      assertThat(gateway.waitFor(BEFORE_IT_GIVES_UP_SECONDS, TimeUnit.SECONDS)).isTrue();
    } finally {
      gateway.destroyForcibly();
    }
  }

  private Process startWithoutKafka(Path log) throws IOException {
    Path jar =
        Path.of(System.getProperty("parley.root"), "gateway/target/quarkus-app/quarkus-run.jar");
    return new ProcessBuilder(
            List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dkafka.bootstrap.servers=127.0.0.1:1",
                "-jar",
                jar.toString()))
        .directory(folder.toFile())
        .redirectErrorStream(true)
        .redirectOutput(log.toFile())
        .start();
  }
}
