package dev.parley.contracts.consumer;

import dev.parley.contracts.auth.AccountCreated;
import dev.parley.contracts.auth.AccountRecord;
import dev.parley.contracts.codec.Codecs;
import dev.parley.contracts.codec.DeadLetter;
import dev.parley.contracts.codec.Decoded;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/// A topic, a handler and the dead letters of one test.
final class LoopFixture {
  final LogConsumer consumer;
  final RecordingHandler handler = new RecordingHandler();
  final MockProducer<String, byte[]> producer;
  final DeadLetterPublisher deadLetters;

  /// Writes dead letters at once, as a cluster in good health does.
  LoopFixture(int partitions) {
    this(partitions, true);
  }

  /// {@return one whose dead letters wait until the test acknowledges them}
  static LoopFixture withSlowDeadLetters() {
    return new LoopFixture(1, false);
  }

  private LoopFixture(int partitions, boolean acknowledges) {
    consumer = new LogConsumer(partitions);
    producer =
        new MockProducer<>(acknowledges, null, new StringSerializer(), new ByteArraySerializer());
    deadLetters = new DeadLetterPublisher(producer);
  }

  PollLoop<AccountRecord> pollLoop() {
    return new PollLoop<>(
        LogConsumer.TOPIC, PollLoop.FEW_IN_FLIGHT, consumer, Codecs.ACCOUNTS, deadLetters, handler);
  }

  /// Writes accounts one after the other to a partition.
  void write(int partition, String... accounts) {
    for (String account : accounts) {
      byte[] value = Codecs.ACCOUNTS.encode(new AccountCreated(account, 1));
      consumer.append(partition, account, value);
    }
  }

  /// Writes bytes that are no record.
  void writeRaw(int partition, String key, String value) {
    consumer.append(partition, key, value.getBytes(StandardCharsets.UTF_8));
  }

  /// {@return the letters sent so far, acknowledged or not}
  List<DeadLetter> letters() {
    return producer.history().stream().map(sent -> letter(sent.value())).toList();
  }

  private static DeadLetter letter(byte[] value) {
    return Codecs.DEAD_LETTER.decode(value) instanceof Decoded.Known<?>(DeadLetter letter)
        ? letter
        : new DeadLetter("unreadable", -1, -1, null, "the letter cannot be read", null);
  }
}
