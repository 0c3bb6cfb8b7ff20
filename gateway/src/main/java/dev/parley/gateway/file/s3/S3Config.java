package dev.parley.gateway.file.s3;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/// A bucket of an S3-compatible store, in which files lie if `parley.gateway.files.store` is `s3`.
@ConfigMapping(prefix = "parley.gateway.files.s3")
public interface S3Config {
  /// {@return where the store is, such as `http://minio:9000`; without, Amazon's of the region}
  Optional<URI> endpoint();

  /// {@return name of the region, which requests are signed for}
  @WithDefault("us-east-1")
  String region();

  /// {@return name of the bucket, which must exist; needed}
  Optional<String> bucket();

  /// {@return whether the bucket is named in the path and not in the host name}
  @WithDefault("true")
  boolean pathStyle();

  /// {@return id of the key pair; needed}
  Optional<String> accessKey();

  /// {@return secret of the key pair; needed}
  Optional<String> secretKey();

  /// {@return longest wait for the store in one attempt; 1 s to 2 min}
  @WithDefault("10s")
  @DurationMin(seconds = 1)
  @DurationMax(minutes = 2)
  Duration timeout();

  /// {@return how often a request is tried that the store did not answer, or could not serve}
  @WithDefault("3")
  @Min(1)
  @Max(10)
  int attempts();

  /// {@return bytes of an upload that are sent to the store at once; 64 KiB to 16 MiB}
  @WithDefault("2M")
  @WithConverter(MemorySizeConverter.class)
  MemorySize buffer();

  /// {@return uploads at one time that get such a buffer; others go on with one of 64 KiB}
  @WithDefault("16")
  @Min(1)
  @Max(1_024)
  int buffers();
}
