package dev.parley.auth.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.ReplyTo;
import dev.parley.contracts.codec.Codecs;
import dev.parley.contracts.codec.Decoded;
import dev.parley.contracts.delivery.Done;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

class ReplyPublisherTest {
  private static final ReplyTo REPLY_TO = new ReplyTo("gw1", 7);

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

  private static MockProducer<String, byte[]> producer(boolean acknowledges) {
    return new MockProducer<>(
        acknowledges, null, new StringSerializer(), new ByteArraySerializer());
  }

  private double lost() {
    return meters.get("parley.auth.replies.lost").counter().count();
  }

  @Test
  void writesToTheTopicOfTheGatewayThatAsked() {
    // Given
    MockProducer<String, byte[]> producer = producer(true);

    // When
    CompletableFuture<Void> done =
        new ReplyPublisher(producer, meters).publish(REPLY_TO, new Done(7));

    // Then
    ProducerRecord<String, byte[]> written = producer.history().getFirst();
    assertThat(written.topic()).isEqualTo("parley.gateway.gw1");
    assertThat(Codecs.GATEWAY.decode(written.value())).isEqualTo(new Decoded.Known<>(new Done(7)));
    assertThat(done).isCompleted();
    assertThat(lost()).isZero();
  }

  @Test
  void givesUpAReplyThatIsRefused() {
    // Given
    MockProducer<String, byte[]> producer = producer(false);
    CompletableFuture<Void> done =
        new ReplyPublisher(producer, meters).publish(REPLY_TO, new Done(7));

    // When
    producer.errorNext(new TimeoutException("no such topic"));

    // Then
    assertThat(done).isCompleted();
    assertThat(lost()).isEqualTo(1);
  }

  @Test
  void givesUpAReplyWhoseTopicIsGone() {
    // Given
    MockProducer<String, byte[]> producer = producer(true);
    producer.sendException = new TimeoutException("topic not present in metadata");

    // When
    CompletableFuture<Void> done =
        new ReplyPublisher(producer, meters).publish(REPLY_TO, new Done(7));

    // Then
    assertThat(done).isCompleted();
    assertThat(lost()).isEqualTo(1);
  }

  @Test
  void givesUpAReplyThatIsNeverAcknowledged() {
    // When
    CompletableFuture<Void> done =
        new ReplyPublisher(producer(false), meters).publish(REPLY_TO, new Done(7));

    // Then
    assertThat(done).succeedsWithin(Duration.ofSeconds(5));
    assertThat(lost()).isEqualTo(1);
  }
}
