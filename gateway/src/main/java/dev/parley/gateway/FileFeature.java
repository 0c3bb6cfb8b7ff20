package dev.parley.gateway;

import dev.parley.contracts.codec.Codecs;
import dev.parley.contracts.consumer.DeadLetterPublisher;
import dev.parley.contracts.consumer.PollLoop;
import dev.parley.contracts.file.FileRecord;
import dev.parley.contracts.topic.Topics;
import dev.parley.gateway.credential.TokenVerifier;
import dev.parley.gateway.exchange.Exchange;
import dev.parley.gateway.file.Access;
import dev.parley.gateway.file.Attachments;
import dev.parley.gateway.file.Errands;
import dev.parley.gateway.file.FileClaims;
import dev.parley.gateway.file.FileConfig;
import dev.parley.gateway.file.FileDesk;
import dev.parley.gateway.file.FileLinks;
import dev.parley.gateway.file.FileParts;
import dev.parley.gateway.file.FileStore;
import dev.parley.gateway.file.MessageCheck;
import dev.parley.gateway.file.StoreFaultException;
import dev.parley.gateway.file.Sweeper;
import dev.parley.gateway.file.Tickets;
import dev.parley.gateway.file.Uploads;
import dev.parley.gateway.file.folder.FolderFileStore;
import dev.parley.gateway.file.kafka.WithdrawnFiles;
import dev.parley.gateway.file.s3.S3Config;
import dev.parley.gateway.file.s3.S3FileStore;
import io.quarkus.logging.Log;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;

/// Wires what has to do with files.
final class FileFeature {
  private final Sweeper sweeper;
  private final Tickets tickets;
  private final AtomicBoolean preparing = new AtomicBoolean();
  private final FileDesk desk;
  private final FileVerbs verbs;
  private final PollLoop<FileRecord> withdrawn;

  FileFeature(
      FileConfig config,
      S3Config s3,
      Exchange exchange,
      TokenVerifier verifier,
      KafkaClients kafka,
      Executor workers) {
    InstantSource clock = InstantSource.system();
    FileStore store = store(config, s3, clock);
    Uploads uploads = new Uploads(store, config, RandomIds::file, clock);
    Attachments attachments = new Attachments(store, uploads, config, clock);
    Access access = new Access(store, exchange);
    sweeper = new Sweeper(store, new MessageCheck(exchange), attachments, config, clock);
    FileClaims claims = new FileClaims(attachments, workers);
    tickets = new Tickets(store::secret, RandomIds::file, clock, config.ticketLife());
    if (config.store() == FileConfig.Store.FOLDER) {
      // A folder that cannot be written is a mistake of whoever starts the gateway.
      tickets.prepare();
    }
    Errands errands = new Errands(exchange, attachments, claims);
    desk =
        new FileDesk(
            exchange,
            verifier,
            config,
            new FileParts(store, uploads, attachments, access, tickets, errands));
    verbs = new FileVerbs(uploads, new FileLinks(tickets, config.publicUrl()), claims, workers);
    withdrawn =
        new PollLoop<>(
            Topics.FILES,
            PollLoop.FEW_IN_FLIGHT,
            kafka.files(),
            Codecs.FILES,
            new DeadLetterPublisher(kafka.producer()),
            new WithdrawnFiles(attachments));
  }

  private static FileStore store(FileConfig config, S3Config s3, InstantSource clock) {
    return switch (config.store()) {
      case FOLDER -> new FolderFileStore(config.folder(), config.keepFree().asLongValue());
      case S3 -> S3FileStore.of(s3, clock);
    };
  }

  void start() {
    withdrawn.start();
  }

  /// Finds out whether the store is there, unless that is known: the log says why if it is not, and
  /// people can do without files until then. May wait.
  void prepare() {
    // One at a time: a store that does not answer takes longer than the time until the next try.
    if (!tickets.isPrepared() && preparing.compareAndSet(false, true)) {
      try {
        tickets.prepare();
      } catch (StoreFaultException e) {
        Log.errorf("file store out of reach cause=%s", e.getMessage());
      } finally {
        preparing.set(false);
      }
    }
  }

  void stop() {
    withdrawn.close();
  }

  /// Looks for files that no message has. May wait long.
  void sweep() {
    try {
      sweeper.sweep();
    } catch (StoreFaultException e) {
      Log.errorf(e, "files not swept");
    }
  }

  FileDesk desk() {
    return desk;
  }

  FileVerbs verbs() {
    return verbs;
  }
}
