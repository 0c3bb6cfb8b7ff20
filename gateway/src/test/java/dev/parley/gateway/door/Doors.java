package dev.parley.gateway.door;

import dev.parley.contracts.conversation.Entry;
import io.quarkus.runtime.configuration.MemorySize;
import java.math.BigInteger;
import java.time.Duration;

/// Door settings for tests.
public record Doors(Duration loginTimeout, MemorySize maxUnsent, boolean proxyProtocol)
    implements DoorConfig {

  public static Doors settings() {
    return new Doors(Duration.ofSeconds(60), new MemorySize(BigInteger.valueOf(512 * 1024)), false);
  }

  public Doors withLoginTimeout(Duration timeout) {
    return new Doors(timeout, maxUnsent, proxyProtocol);
  }

  public Doors behindABalancer() {
    return new Doors(loginTimeout, maxUnsent, true);
  }

  /// {@return a reader that sees everything}
  public static Reader everything() {
    return new Reader() {
      @Override
      public String account() {
        return "alice";
      }

      @Override
      public boolean seesAllOf(EntryChunk chunk) {
        return true;
      }

      @Override
      public boolean sees(EntryChunk chunk, Entry entry) {
        return true;
      }
    };
  }

  @Override
  public String listen() {
    return "127.0.0.1";
  }

  @Override
  public int eventLoops() {
    return 2;
  }

  @Override
  public int maxLine() {
    return 8_192;
  }

  @Override
  public int maxPipelined() {
    return 64;
  }

  @Override
  public Duration closeTimeout() {
    return Duration.ofSeconds(2);
  }
}
