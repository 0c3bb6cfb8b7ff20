package dev.parley.deploy.bench.spine;

import io.vertx.core.DeploymentOptions;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/// Both ends of the spine: lines in, messages out to the log; entries in, lines out.
///
/// Any fault ends the process: this is a measure, not a product.
final class SpineDoor {

  private static final Duration POLL = Duration.ofMillis(200);
  private static final int MAX_POLL_RECORDS = 500;
  private static final int START_LIMIT_SECONDS = 30;

  private SpineDoor() {}

  /// Runs a door until standard input ends.
  ///
  /// @param arguments bootstrap servers, port, number of event loops
  static void main(String[] arguments) throws IOException {
    SpineKafka kafka = new SpineKafka(arguments[0]);
    int port = Integer.parseInt(arguments[1]);
    int loops = Integer.parseInt(arguments[2]);
    DoorRequests requests = new DoorRequests(kafka.producer());
    Vertx vertx =
        Vertx.vertx(new VertxOptions().setPreferNativeTransport(true).setEventLoopPoolSize(loops));
    vertx
        .deployVerticle(
            () -> new DoorLoop(port, requests), new DeploymentOptions().setInstances(loops))
        .toCompletionStage()
        .toCompletableFuture()
        .orTimeout(START_LIMIT_SECONDS, TimeUnit.SECONDS)
        .join();
    Consumer<String, byte[]> consumer = kafka.tail(MAX_POLL_RECORDS);
    Thread.ofPlatform().name("spine-deliveries").start(() -> read(consumer, requests));
    Leash.hold();
  }

  private static void read(Consumer<String, byte[]> consumer, DoorRequests requests) {
    try {
      consumer.assign(List.of(new TopicPartition(SpineTopics.GATEWAY, 0)));
      while (true) {
        for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
          List<Entry> entries = Entry.decode(record.value());
          requests.loops().forEach(loop -> loop.deliver(entries));
        }
      }
    } catch (RuntimeException e) {
      System.Logger log = System.getLogger(SpineDoor.class.getName());
      log.log(System.Logger.Level.ERROR, "door died", e);
      Runtime.getRuntime().halt(1);
    }
  }
}
