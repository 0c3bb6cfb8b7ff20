package dev.parley.gateway.file.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.deploy.embedded.ChildProcess;
import dev.parley.deploy.embedded.DetachedCommand;
import dev.parley.deploy.embedded.FreePorts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.S3Client;

/// S3Proxy, a server that speaks S3 over a folder, as a child JVM on loopback. It checks
/// signatures.
final class S3Server implements AutoCloseable {
  static final String ACCESS_KEY = "parley-in-tests";
  static final String SECRET_KEY = "not-a-secret-but-looks-like-one";
  static final String BUCKET = "parley-files";

  private static final Path JAR = Path.of("target", "s3", "s3proxy.jar");
  private static final Duration LIMIT = Duration.ofMinutes(1);

  private final Path folder;
  private final int port = FreePorts.next();
  private @Nullable ChildProcess child;

  /// Makes a server that is not started yet.
  ///
  /// @param folder for its data
  S3Server(Path folder) {
    this.folder = folder;
  }

  void start() {
    if (Files.notExists(JAR)) {
      throw new IllegalStateException(JAR + " is missing: ./mvnw -pl gateway pre-integration-test");
    }
    ChildProcess started =
        ChildProcess.start(
            "S3Proxy",
            DetachedCommand.leashed(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-Xmx128m",
                    "-jar",
                    JAR.toString(),
                    "--properties",
                    properties().toString())),
            _ -> false,
            _ -> {});
    child = started;
    await()
        .atMost(LIMIT)
        .ignoreExceptionsInstanceOf(IOException.class)
        .untilAsserted(() -> {
          assertThat(started.isAlive()).as(started.tail()).isTrue();
          new Socket(InetAddress.getLoopbackAddress(), port).close();
        });
  }

  private Path properties() {
    try {
      Path data = Files.createDirectories(folder.resolve("data"));
      return Files.write(
          folder.resolve("s3proxy.properties"),
          List.of(
              "s3proxy.endpoint=" + endpoint(),
              "s3proxy.authorization=aws-v4",
              "s3proxy.identity=" + ACCESS_KEY,
              "s3proxy.credential=" + SECRET_KEY,
              "jclouds.provider=filesystem",
              "jclouds.filesystem.basedir=" + data.toAbsolutePath()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  URI endpoint() {
    return URI.create("http://127.0.0.1:" + port);
  }

  /// {@return the settings of a gateway that keeps its files here}
  S3Settings settings() {
    return new S3Settings(
        endpoint(),
        "us-east-1",
        BUCKET,
        true,
        ACCESS_KEY,
        SECRET_KEY,
        Duration.ofSeconds(5),
        2,
        1 << 20);
  }

  void makeBucket() {
    try (S3Client client = S3Clients.of(settings())) {
      client.createBucket(request -> request.bucket(BUCKET));
    }
  }

  /// Ends it at once; what it has stored stays.
  void kill() {
    ChildProcess running = child;
    if (running != null) {
      running.kill();
      boolean _ = running.awaitExit(LIMIT);
    }
  }

  @Override
  public void close() {
    kill();
  }
}
