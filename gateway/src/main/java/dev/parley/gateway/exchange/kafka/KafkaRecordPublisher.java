package dev.parley.gateway.exchange.kafka;

import dev.parley.contracts.auth.AuthRecord;
import dev.parley.contracts.codec.Codecs;
import dev.parley.contracts.conversation.ConversationRecord;
import dev.parley.contracts.presence.PresenceRecord;
import dev.parley.contracts.presence.Typing;
import dev.parley.contracts.query.QueryRecord;
import dev.parley.contracts.topic.Topics;
import dev.parley.contracts.trace.TraceHeaders;
import dev.parley.gateway.exchange.Publishing;
import dev.parley.gateway.exchange.RecordPublisher;
import io.quarkus.logging.Log;
import java.time.Duration;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/// Writes records with one producer. Safe for use by many threads.
///
/// The producer's `max.block.ms` is short, because event loops write: while the log is away a
/// record is refused at once and the client told so.
public final class KafkaRecordPublisher implements RecordPublisher {
  private static final Duration CLOSE_LIMIT = Duration.ofSeconds(5);

  private final Producer<String, byte[]> producer;
  private final int partitions;

  /// Writes with a producer, which [#close()] closes.
  ///
  /// @param producer an idempotent producer
  /// @param partitions partitions of every keyed topic
  public KafkaRecordPublisher(Producer<String, byte[]> producer, int partitions) {
    this.producer = producer;
    this.partitions = partitions;
  }

  @Override
  public void toAuth(AuthRecord record, Failed failed) {
    send(Topics.AUTH, null, record.account(), Codecs.AUTH.encode(record), failed);
  }

  @Override
  public void toPresence(String account, PresenceRecord record, Failed failed) {
    send(Topics.PRESENCE, null, account, Codecs.PRESENCE.encode(record), failed);
  }

  @Override
  public void toPresenceEvents(Typing typing) {
    byte[] bytes = Codecs.PRESENCE_EVENTS.encode(typing);
    send(Topics.PRESENCE_EVENTS, null, typing.account(), bytes, Failed.IGNORED);
  }

  @Override
  public void toAllPresence(PresenceRecord record) {
    byte[] bytes = Codecs.PRESENCE.encode(record);
    for (int partition = 0; partition < partitions; partition++) {
      send(Topics.PRESENCE, partition, null, bytes, Failed.IGNORED);
    }
  }

  @Override
  public void toConversation(
      String conversation,
      ConversationRecord record,
      Failed failed,
      @Nullable Publishing followed) {
    byte[] bytes = Codecs.CONVERSATIONS.encode(record);
    send(Topics.CONVERSATIONS, null, conversation, bytes, failed, followed);
  }

  @Override
  public void toPartition(int partition, ConversationRecord record, Failed failed) {
    byte[] bytes = Codecs.CONVERSATIONS.encode(record);
    send(Topics.CONVERSATIONS, partition, null, bytes, failed);
  }

  @Override
  public void toQueries(String session, QueryRecord record, Failed failed) {
    send(Topics.QUERIES, null, session, Codecs.QUERIES.encode(record), failed);
  }

  @Override
  public int partitionOf(String conversation) {
    return Topics.partitionOf(conversation, partitions);
  }

  @Override
  public void close() {
    producer.close(CLOSE_LIMIT);
  }

  private void send(
      String topic,
      @Nullable Integer partition,
      @Nullable String key,
      byte[] value,
      Failed failed) {
    send(topic, partition, key, value, failed, null);
  }

  private void send(
      String topic,
      @Nullable Integer partition,
      @Nullable String key,
      byte[] value,
      Failed failed,
      @Nullable Publishing followed) {
    ProducerRecord<String, byte[]> record = new ProducerRecord<>(topic, partition, key, value);
    if (followed != null) {
      TraceHeaders.write(record.headers(), followed.context());
    }
    try {
      producer.send(
          record,
          (_, cause) -> {
            if (followed != null) {
              followed.onPublished();
            }
            if (cause != null) {
              onFailure(topic, cause, failed);
            }
          });
    } catch (KafkaException e) {
      onFailure(topic, e, failed);
    }
  }

  private static void onFailure(String topic, Throwable cause, Failed failed) {
    Log.debugf("record not written topic=%s cause=%s", topic, cause);
    failed.onFailure(cause);
  }
}
