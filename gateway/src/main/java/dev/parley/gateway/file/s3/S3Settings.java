package dev.parley.gateway.file.s3;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What [S3Config] says, complete and within its limits.
///
/// @param endpoint where the store is, or `null` for Amazon's
/// @param region name of the region
/// @param bucket name of the bucket
/// @param pathStyle whether the bucket is named in the path
/// @param accessKey id of the key pair
/// @param secretKey its secret
/// @param timeout longest wait in one attempt
/// @param attempts how often a request is tried
/// @param buffer bytes that are sent at once
record S3Settings(
    @Nullable URI endpoint,
    String region,
    String bucket,
    boolean pathStyle,
    String accessKey,
    String secretKey,
    Duration timeout,
    int attempts,
    int buffer) {

  private static final int MOST_BUFFER = 16 << 20;
  private static final String KEY = "parley.gateway.files.s3.";

  static S3Settings of(S3Config config) {
    long buffer = config.buffer().asLongValue();
    if (buffer < Buffers.SMALL || buffer > MOST_BUFFER) {
      throw new IllegalArgumentException(
          KEY + "buffer must be 64K to 16M, it is " + buffer + " bytes");
    }
    return new S3Settings(
        config.endpoint().map(S3Settings::checked).orElse(null),
        config.region(),
        needed(config.bucket(), "bucket"),
        config.pathStyle(),
        needed(config.accessKey(), "access-key"),
        needed(config.secretKey(), "secret-key"),
        config.timeout(),
        config.attempts(),
        (int) buffer);
  }

  private static URI checked(URI endpoint) {
    String scheme = endpoint.getScheme();
    if (endpoint.getHost() == null || !("http".equals(scheme) || "https".equals(scheme))) {
      throw new IllegalArgumentException(
          KEY + "endpoint must be http://HOST or https://HOST, with a port if need be");
    }
    return endpoint;
  }

  private static String needed(Optional<String> value, String name) {
    return value
        .filter(text -> !text.isBlank())
        .orElseThrow(() ->
            new IllegalArgumentException(
                "parley.gateway.files.store is s3, so " + KEY + name + " must be set"));
  }

  /// {@return nothing that is secret}
  @Override
  public String toString() {
    return "S3Settings[region=%s, bucket=%s]".formatted(region, bucket);
  }
}
