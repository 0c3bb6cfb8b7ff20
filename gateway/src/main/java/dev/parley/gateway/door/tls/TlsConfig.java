package dev.parley.gateway.door.tls;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The TLS doors.
@ConfigMapping(prefix = "parley.gateway.tls")
public interface TlsConfig {
  /// {@return port of the line protocol over TLS; 0 takes any that is free, -1 opens no door}
  @WithDefault("5556")
  @Min(-1)
  @Max(65_535)
  int port();

  /// {@return folder of the certificate that is made at first start}
  @WithDefault("tls")
  Path folder();

  /// {@return certificate chain of the operator's own, in PEM; needs `key` too}
  Optional<Path> certificate();

  /// {@return private key of the operator's own certificate, in PEM (PKCS#8)}
  Optional<Path> key();

  /// {@return host names that a self-made certificate is for, beside `localhost`}
  Optional<List<String>> hosts();
}
