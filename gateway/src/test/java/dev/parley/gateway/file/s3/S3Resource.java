package dev.parley.gateway.file.s3;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A gateway under test keeps its files in a bucket.
public final class S3Resource implements QuarkusTestResourceLifecycleManager {
  /// Names the folder in which the objects of the bucket lie.
  public static final String FOLDER = "test.bucket";

  private @Nullable S3Server server;

  /// Made by Quarkus.
  public S3Resource() {}

  @Override
  public Map<String, String> start() {
    try {
      Path folder = Files.createTempDirectory("parley-s3-");
      S3Server started = new S3Server(folder);
      server = started;
      started.start();
      started.makeBucket();
      return Map.of(
          FOLDER,
          folder.resolve("data").resolve(S3Server.BUCKET).toString(),
          "parley.gateway.files.store",
          "s3",
          "parley.gateway.files.s3.endpoint",
          started.endpoint().toString(),
          "parley.gateway.files.s3.bucket",
          S3Server.BUCKET,
          "parley.gateway.files.s3.access-key",
          S3Server.ACCESS_KEY,
          "parley.gateway.files.s3.secret-key",
          S3Server.SECRET_KEY);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void stop() {
    S3Server running = server;
    if (running != null) {
      running.close();
    }
  }
}
