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
import dev.parley.gateway.file.StoreFaultException;
import dev.parley.gateway.file.Sweeper;
import dev.parley.gateway.file.Tickets;
import dev.parley.gateway.file.Uploads;
import dev.parley.gateway.file.folder.FolderFileStore;
import dev.parley.gateway.file.kafka.WithdrawnFiles;
import io.quarkus.logging.Log;
import java.time.InstantSource;
import java.util.concurrent.Executor;

/// Wires what has to do with files.
final class FileFeature {
  private final Sweeper sweeper;
  private final FileDesk desk;
  private final FileVerbs verbs;
  private final PollLoop<FileRecord> withdrawn;

  FileFeature(
      FileConfig config,
      Exchange exchange,
      TokenVerifier verifier,
      KafkaClients kafka,
      Executor workers) {
    InstantSource clock = InstantSource.system();
    FileStore store = new FolderFileStore(config.folder(), config.keepFree().asLongValue());
    Uploads uploads = new Uploads(store, config, RandomIds::file, clock);
    Attachments attachments = new Attachments(store, uploads, config, clock);
    Access access = new Access(store, exchange);
    sweeper = new Sweeper(store, access, attachments, clock);
    FileClaims claims = new FileClaims(attachments, workers);
    Tickets tickets = new Tickets(store.secret(), RandomIds::file, clock, config.ticketLife());
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

  void start() {
    withdrawn.start();
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
