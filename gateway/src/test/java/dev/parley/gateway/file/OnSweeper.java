package dev.parley.gateway.file;

import dev.parley.gateway.exchange.AnsweringExchange;
import dev.parley.gateway.file.folder.FolderFileStore;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// A sweeper on a folder, time that the test moves, and a routing-service that answers as told.
abstract class OnSweeper {
  static final Duration EACH = Duration.ofMinutes(1);

  @TempDir Path folder;

  final AnsweringExchange routing = new AnsweringExchange();
  Instant now = Instant.ofEpochSecond(1_000_000);
  int made;

  /// Each in another part.
  Supplier<String> ids = () -> "%02x".formatted(++made).repeat(16);

  FileStore store;
  Uploads uploads;
  Attachments attachments;
  Sweeper sweeper;

  @BeforeEach
  void prepare() {
    FileConfig config = FileFixtures.settings(folder);
    InstantSource clock = () -> now;
    store = new FolderFileStore(folder, 0);
    uploads = new Uploads(store, config, () -> ids.get(), clock);
    attachments = new Attachments(store, uploads, config, clock);
    sweeper = new Sweeper(store, new MessageCheck(routing.exchange()), attachments, config, clock);
  }

  void goRound() {
    for (int i = 0; i < FileStore.PARTS; i++) {
      now = now.plus(EACH);
      sweeper.sweep();
    }
  }

  StoredFile attached(String message) {
    StoredFile file = claimed(message);
    attachments.attached(file.id(), "#team", message);
    return file;
  }

  StoredFile claimed(String message) {
    StoredFile file = begin();
    try (FileStore.Appender appender = uploads.append("alice", file.id())) {
      appender.write(ByteBuffer.wrap(new byte[] {1}));
      file = appender.commit(uploads.expiry());
    }
    attachments.claim("alice", file.id(), "#team", message);
    return file;
  }

  StoredFile begin() {
    return uploads.begin("alice", new Uploads.Wish("a.txt", 1, null, null));
  }
}
