package dev.parley.presence;

import dev.parley.contracts.codec.Codecs;
import dev.parley.contracts.consumer.DeadLetterPublisher;
import dev.parley.contracts.consumer.TailLoop;
import dev.parley.contracts.presence.PresenceEvent;
import dev.parley.contracts.topic.KafkaSettings;
import dev.parley.contracts.topic.Topics;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;

/// What every gateway hears on `parley.presence.events`, from its start on.
final class PresenceEvents implements AutoCloseable {

  private final List<PresenceEvent> heard = new CopyOnWriteArrayList<>();
  private final Producer<String, byte[]> producer;
  private final TailLoop<PresenceEvent> tail;

  private PresenceEvents(KafkaSettings settings) {
    this.producer = new KafkaProducer<>(settings.producer());
    this.tail =
        new TailLoop<>(
            Topics.PRESENCE_EVENTS,
            TailLoop.From.END,
            new KafkaConsumer<>(settings.tail(1_000)),
            Codecs.PRESENCE_EVENTS,
            new DeadLetterPublisher(producer),
            records -> records.forEach(received -> heard.add(received.record())));
  }

  static PresenceEvents listen(String bootstrapServers) {
    PresenceEvents events =
        new PresenceEvents(new KafkaSettings(Map.of("bootstrap.servers", bootstrapServers)));
    events.tail.start().join();
    return events;
  }

  List<PresenceEvent> heard() {
    return heard;
  }

  @Override
  public void close() {
    tail.close();
    producer.close();
  }
}
