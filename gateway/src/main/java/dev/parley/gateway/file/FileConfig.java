package dev.parley.gateway.file;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;

/// Files that people send.
@ConfigMapping(prefix = "parley.gateway.files")
public interface FileConfig {
  /// {@return where files lie}
  @WithDefault("folder")
  Store store();

  /// Where files may lie.
  enum Store {
    /// In a folder.
    FOLDER,
    /// In a bucket of an S3-compatible store.
    S3
  }

  /// {@return folder of the files; several gateways must see the same one}
  @WithDefault("files")
  Path folder();

  /// {@return most bytes of a file; at least 1}
  @WithDefault("100M")
  @WithConverter(MemorySizeConverter.class)
  MemorySize maxSize();

  /// {@return most bytes of all files of an account}
  @WithDefault("1G")
  @WithConverter(MemorySizeConverter.class)
  MemorySize quota();

  /// {@return most files of an account}
  @WithDefault("5000")
  @Min(1)
  @Max(1_000_000)
  int maxFiles();

  /// {@return bytes of the disk that files in a folder leave free}
  @WithDefault("256M")
  @WithConverter(MemorySizeConverter.class)
  MemorySize keepFree();

  /// {@return how long a file is kept that no message has, after the last byte of it came}
  @WithDefault("24h")
  Duration keepUnsent();

  /// {@return how long a file is kept after its message was found to be in the log no more, as
  /// after the restore of an older backup; 1 min at least. So long a wrong database does no harm}
  @WithDefault("7d")
  @DurationMin(minutes = 1)
  Duration keepUnknown();

  /// {@return how often such files are looked for; all are looked through in 256 of these times}
  @WithDefault("10m")
  Duration sweepInterval();

  /// {@return longest wait for the next bytes of an upload, and for a client to take the next ones
  /// of a download}
  @WithDefault("30s")
  Duration idleTimeout();

  /// {@return how long an address of one use is good}
  @WithDefault("15m")
  Duration ticketLife();

  /// {@return where clients reach the page, for addresses that are shown to people}
  @WithDefault("http://localhost:8080")
  URI publicUrl();

  /// {@return calls of an account each second, in the long run}
  @WithDefault("20")
  @Min(1)
  int callsPerSecond();

  /// {@return calls of an account at once}
  @WithDefault("200")
  @Min(1)
  int callBurst();

  /// {@return uploads and downloads of an account at one time}
  @WithDefault("12")
  @Min(1)
  int transfers();
}
