package dev.parley.gateway.door.tls;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// TLS settings for tests.
public record TlsSettings(Path folder, Optional<Path> certificate, Optional<Path> key)
    implements TlsConfig {

  public static TlsSettings in(Path folder) {
    return new TlsSettings(folder, Optional.empty(), Optional.empty());
  }

  @Override
  public int port() {
    return 0;
  }

  @Override
  public Optional<List<String>> hosts() {
    return Optional.empty();
  }
}
