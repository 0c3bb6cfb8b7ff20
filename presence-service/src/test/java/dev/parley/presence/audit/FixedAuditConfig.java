package dev.parley.presence.audit;

import io.quarkus.runtime.configuration.MemorySize;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;

/// An audit file as a test wants it.
record FixedAuditConfig(Path file, MemorySize rotateAt, int keep) implements AuditConfig {

  static FixedAuditConfig of(Path file, long rotateAt, int keep) {
    return new FixedAuditConfig(file, new MemorySize(BigInteger.valueOf(rotateAt)), keep);
  }

  @Override
  public Duration retention() {
    return Duration.ofDays(365);
  }
}
