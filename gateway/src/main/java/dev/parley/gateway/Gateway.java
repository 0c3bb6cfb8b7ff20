package dev.parley.gateway;

import dev.parley.contracts.consumer.Closing;
import dev.parley.contracts.consumer.DeadLetterPublisher;
import dev.parley.contracts.presence.GatewayStopped;
import dev.parley.contracts.presence.Heartbeat;
import dev.parley.contracts.trace.Spans;
import dev.parley.gateway.admin.AdminApi;
import dev.parley.gateway.credential.PasswordSealer;
import dev.parley.gateway.credential.TokenVerifier;
import dev.parley.gateway.credential.rest.HttpSealingKeySource;
import dev.parley.gateway.credential.rest.HttpTokenKeySource;
import dev.parley.gateway.delivery.DeliveryListener;
import dev.parley.gateway.delivery.PresenceListener;
import dev.parley.gateway.delivery.kafka.GatewayTails;
import dev.parley.gateway.door.ConnectionContext;
import dev.parley.gateway.door.Door;
import dev.parley.gateway.exchange.Exchange;
import dev.parley.gateway.exchange.kafka.KafkaRecordPublisher;
import dev.parley.gateway.hop.HopLog;
import dev.parley.gateway.limit.Attempts;
import dev.parley.gateway.limit.ConnectionLimit;
import dev.parley.gateway.request.DoorContext;
import dev.parley.gateway.request.RequestPipelines;
import dev.parley.gateway.request.VerbTable;
import dev.parley.gateway.session.Backlog;
import dev.parley.gateway.session.SessionConfig;
import dev.parley.gateway.session.SessionRegistry;
import dev.parley.gateway.session.Sessions;
import dev.parley.gateway.subscription.LogSubscriptionPublisher;
import dev.parley.gateway.subscription.SubscriptionTable;
import dev.parley.gateway.trace.MessageTraces;
import io.quarkus.logging.Log;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

/// One life of a gateway under one id: wires its features, starts and stops them in order.
final class Gateway {
  private static final Duration EXPIRY_PERIOD = Duration.ofMillis(500);
  private static final Duration SWEEP_PERIOD = Duration.ofSeconds(1);
  private static final Duration FILES_PERIOD = Duration.ofSeconds(15);
  private static final long STOP_LIMIT_NANOS = Duration.ofSeconds(4).toNanos();

  private final String id;
  private final SessionConfig config;
  private final Duration sweepInterval;
  private final KafkaRecordPublisher records;
  private final Exchange exchange;
  private final AdminApi admin;
  private final FileFeature files;
  private final Executor workers;
  private final SubscriptionTable subscriptions;
  private final SessionRegistry registry = new SessionRegistry();
  private final Sessions sessions;
  private final DeadLetterPublisher deadLetters;
  private final GatewayTails tails;
  private final List<Door> doors;
  private final Chores chores = new Chores();
  private final AtomicLong connections = new AtomicLong();

  Gateway(
      String id,
      GatewayConfig config,
      KafkaClients kafka,
      GatewayMetrics metrics,
      Spans spans,
      Executor workers,
      Runnable onExpired,
      Function<DoorContext, List<Door>> doors) {
    this.id = id;
    this.config = config.sessions;
    this.workers = workers;
    this.sweepInterval = config.files.sweepInterval();
    records = new KafkaRecordPublisher(kafka.producer(), config.topics.partitions());
    exchange = new Exchange(id, records, config.exchange.deadline(), config.exchange.maxPending());
    subscriptions =
        new SubscriptionTable(new LogSubscriptionPublisher(id, records), System::nanoTime);
    Backlog backlog =
        new Backlog(exchange, config.sessions.backlogPage(), config.sessions.readTimeout());
    sessions = new Sessions(id, exchange, records, subscriptions, registry, backlog);
    PasswordSealer sealer =
        new PasswordSealer(new HttpSealingKeySource(config.credentials), RandomIds::nonce, workers);
    TokenVerifier verifier =
        new TokenVerifier(
            new HttpTokenKeySource(config.credentials),
            config.credentials,
            workers,
            System::nanoTime);
    files = new FileFeature(config.files, config.s3, exchange, verifier, kafka, workers);
    HopLog hops = new HopLog(config.hops.remembered(), InstantSource.system());
    MessageTraces traces =
        new MessageTraces(
            spans,
            config.traces.ratio(),
            () -> ThreadLocalRandom.current().nextDouble(),
            InstantSource.system());
    Attempts attempts = new Attempts(config.limits, System::nanoTime);
    admin = new AdminApi(exchange, sealer, verifier, attempts);
    VerbTable verbs =
        Verbs.table(
            exchange,
            sealer,
            verifier,
            sessions,
            backlog,
            config.sessions.offlineRepeat(),
            config.limits,
            hops,
            traces,
            attempts,
            metrics,
            files.verbs());
    deadLetters = new DeadLetterPublisher(kafka.producer());
    tails =
        new GatewayTails(
            id,
            kafka::tail,
            deadLetters,
            new DeliveryListener(exchange, subscriptions, registry, hops, metrics),
            traces,
            new PresenceListener(id, registry, subscriptions, onExpired),
            subscriptions);
    RequestPipelines pipelines =
        new RequestPipelines(
            verbs, sessions::end, metrics, config.limits, config.doors, System::nanoTime);
    this.doors =
        doors.apply(
            new DoorContext(
                new ConnectionContext(
                    config.doors,
                    metrics,
                    () -> id + "-" + connections.incrementAndGet(),
                    files.verbs().links()::offer),
                new ConnectionLimit(config.limits),
                pipelines));
  }

  /// Follows the log first, then lets clients in: no answer can be missed.
  void start() {
    tails.start();
    beat();
    chores.every(config.heartbeat(), "heartbeat", this::beat);
    chores.every(EXPIRY_PERIOD, "deadlines", exchange::expire);
    chores.every(SWEEP_PERIOD, "subscriptions", subscriptions::sweep);
    chores.every(config.cursorInterval(), "cursors", sessions::reportCursors);
    // Elsewhere: it may take long, and the heartbeat must not wait for it.
    chores.every(sweepInterval, "files", () -> workers.execute(files::sweep));
    workers.execute(files::prepare);
    chores.every(FILES_PERIOD, "file store", () -> workers.execute(files::prepare));
    files.start();
    doors.forEach(Door::open);
    Log.infof("gateway started gateway=%s", id);
  }

  /// Lets clients go, stores how far they were, and says good-bye to presence-service.
  void stop() {
    doors.forEach(Door::close);
    awaitSessionEnds();
    records.toAllPresence(new GatewayStopped(id));
    chores.close();
    Closing.atOnce(files::stop, tails);
    records.close();
    Log.infof("gateway stopped gateway=%s", id);
  }

  SessionRegistry registry() {
    return registry;
  }

  SubscriptionTable subscriptions() {
    return subscriptions;
  }

  FileFeature files() {
    return files;
  }

  AdminApi admin() {
    return admin;
  }

  Exchange exchange() {
    return exchange;
  }

  /// {@return records that nobody could read, since the start}
  long deadLetters() {
    return deadLetters.count();
  }

  /// {@return the longest time since the gateway last read one of its topics}
  Duration sinceLastPoll() {
    return tails.sinceLastPoll();
  }

  private void beat() {
    records.toAllPresence(new Heartbeat(id));
  }

  private void awaitSessionEnds() {
    long deadline = System.nanoTime() + STOP_LIMIT_NANOS;
    while ((registry.all().size() > 0 || exchange.pending() > 0)
        && System.nanoTime() - deadline < 0) {
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
  }
}
