package dev.parley.gateway.file;

import dev.parley.gateway.exchange.AnsweringExchange;
import dev.parley.gateway.exchange.Exchange;
import io.quarkus.runtime.configuration.MemorySize;
import java.math.BigInteger;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;

/// Files and their settings for tests.
public final class FileFixtures {
  /// What tests may put into a file.
  public static final int MAX_SIZE = 1_000_000;

  private FileFixtures() {}

  /// {@return parts with small limits, and with services that answer}
  ///
  /// @param store where files lie
  /// @param folder of the store
  static FileParts parts(FileStore store, Path folder) {
    return parts(store, settings(folder), new AnsweringExchange().exchange());
  }

  /// {@return parts on a folder, which is made when it is needed}
  ///
  /// @param store where files lie
  /// @param config limits
  /// @param exchange asks the services
  public static FileParts parts(FileStore store, FileConfig config, Exchange exchange) {
    InstantSource clock = InstantSource.system();
    Uploads uploads = new Uploads(store, config, FileFixtures::id, clock);
    Attachments attachments = new Attachments(store, uploads, config, clock);
    return new FileParts(
        store,
        uploads,
        attachments,
        new Access(store, exchange),
        tickets(clock),
        new Errands(exchange, attachments, claims(attachments)));
  }

  /// {@return tickets with a secret that no store has}
  ///
  /// @param clock tells the time
  public static Tickets tickets(InstantSource clock) {
    Tickets tickets =
        new Tickets(() -> new byte[32], FileFixtures::id, clock, Duration.ofMinutes(15));
    tickets.prepare();
    return tickets;
  }

  /// {@return claims that are made at once}
  ///
  /// @param attachments binds files to messages
  public static FileClaims claims(Attachments attachments) {
    return new FileClaims(attachments, Runnable::run);
  }

  /// {@return a complete file of alice's}
  ///
  /// @param parts takes it in
  /// @param bytes what is in it
  public static StoredFile complete(FileParts parts, byte[] bytes) {
    Uploads.Wish wish = new Uploads.Wish("a", bytes.length, null, null);
    StoredFile begun = parts.uploads().begin("alice", wish);
    try (FileStore.Appender appender = parts.uploads().append("alice", begun.id())) {
      appender.write(ByteBuffer.wrap(bytes));
      begun = appender.commit(Long.MAX_VALUE);
    }
    return parts.uploads().complete(begun);
  }

  private static String id() {
    return UUID.randomUUID().toString().replace("-", "");
  }

  /// {@return small limits}
  ///
  /// @param folder where files lie
  public static FileConfig settings(Path folder) {
    return new Settings(folder);
  }

  private record Settings(Path folder) implements FileConfig {
    @Override
    public Store store() {
      return Store.FOLDER;
    }

    @Override
    public MemorySize maxSize() {
      return size(MAX_SIZE);
    }

    @Override
    public MemorySize quota() {
      return size(3L * MAX_SIZE);
    }

    @Override
    public int maxFiles() {
      return 5;
    }

    @Override
    public MemorySize keepFree() {
      return size(0);
    }

    @Override
    public Duration keepUnsent() {
      return Duration.ofHours(1);
    }

    @Override
    public Duration keepUnknown() {
      return Duration.ofDays(7);
    }

    @Override
    public Duration sweepInterval() {
      return Duration.ofMinutes(1);
    }

    @Override
    public Duration idleTimeout() {
      return Duration.ofSeconds(5);
    }

    @Override
    public Duration ticketLife() {
      return Duration.ofMinutes(15);
    }

    @Override
    public URI publicUrl() {
      return URI.create("http://chat.example/");
    }

    @Override
    public int callsPerSecond() {
      return 1_000;
    }

    @Override
    public int callBurst() {
      return 1_000;
    }

    @Override
    public int transfers() {
      return 4;
    }

    private static MemorySize size(long bytes) {
      return new MemorySize(BigInteger.valueOf(bytes));
    }
  }
}
