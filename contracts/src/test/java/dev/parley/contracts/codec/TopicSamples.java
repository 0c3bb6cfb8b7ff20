package dev.parley.contracts.codec;

import dev.parley.contracts.audit.AuditRecord;
import dev.parley.contracts.audit.AuditSamples;
import dev.parley.contracts.auth.AccountRecord;
import dev.parley.contracts.auth.AuthRecord;
import dev.parley.contracts.auth.AuthSamples;
import dev.parley.contracts.conversation.ConversationRecord;
import dev.parley.contracts.conversation.ConversationSamples;
import dev.parley.contracts.conversation.OwnershipRecord;
import dev.parley.contracts.delivery.DeliverySamples;
import dev.parley.contracts.delivery.GatewayRecord;
import dev.parley.contracts.file.FileRecord;
import dev.parley.contracts.file.FileSamples;
import dev.parley.contracts.presence.PresenceEvent;
import dev.parley.contracts.presence.PresenceRecord;
import dev.parley.contracts.presence.PresenceSamples;
import dev.parley.contracts.query.QueryRecord;
import dev.parley.contracts.query.QuerySamples;
import dev.parley.contracts.topic.Topics;
import java.util.List;
import java.util.stream.Stream;

/// The codec of a topic, with one record of each kind that travels there.
///
/// @param <T> the records of the topic
/// @param topic name of the topic
/// @param type sealed type of its records
/// @param codec their codec
/// @param records one of each kind, every nullable component present that the kind began with
/// @param grown those kinds that have got components since, with these present
/// @param later those that have got components once more
record TopicSamples<T>(
    String topic,
    Class<T> type,
    RecordCodec<T> codec,
    List<T> records,
    List<T> grown,
    List<T> later) {

  private TopicSamples(String topic, Class<T> type, RecordCodec<T> codec, List<T> records) {
    this(topic, type, codec, records, List.of());
  }

  private TopicSamples(
      String topic, Class<T> type, RecordCodec<T> codec, List<T> records, List<T> grown) {
    this(topic, type, codec, records, grown, List.of());
  }

  static Stream<TopicSamples<?>> all() {
    return Stream.of(
        new TopicSamples<>(Topics.AUTH, AuthRecord.class, Codecs.AUTH, AuthSamples.requests()),
        new TopicSamples<>(
            Topics.ACCOUNTS, AccountRecord.class, Codecs.ACCOUNTS, AuthSamples.accounts()),
        new TopicSamples<>(
            Topics.PRESENCE,
            PresenceRecord.class,
            Codecs.PRESENCE,
            PresenceSamples.requests(),
            PresenceSamples.grown()),
        new TopicSamples<>(
            Topics.PRESENCE_EVENTS,
            PresenceEvent.class,
            Codecs.PRESENCE_EVENTS,
            PresenceSamples.events()),
        new TopicSamples<>(
            Topics.CONVERSATIONS,
            ConversationRecord.class,
            Codecs.CONVERSATIONS,
            ConversationSamples.requests(),
            ConversationSamples.grown(),
            ConversationSamples.later()),
        new TopicSamples<>(
            Topics.OWNERSHIP,
            OwnershipRecord.class,
            Codecs.OWNERSHIP,
            ConversationSamples.ownership()),
        new TopicSamples<>(
            Topics.QUERIES,
            QueryRecord.class,
            Codecs.QUERIES,
            QuerySamples.all(),
            QuerySamples.grown()),
        new TopicSamples<>(
            "parley.gateway",
            GatewayRecord.class,
            Codecs.GATEWAY,
            DeliverySamples.all(),
            DeliverySamples.grown(),
            DeliverySamples.later()),
        new TopicSamples<>(Topics.AUDIT, AuditRecord.class, Codecs.AUDIT, AuditSamples.all()),
        new TopicSamples<>(Topics.FILES, FileRecord.class, Codecs.FILES, FileSamples.all()),
        new TopicSamples<>(
            Topics.DEAD_LETTER, DeadLetterRecord.class, Codecs.DEAD_LETTER, deadLetters()));
  }

  /// {@return every sample as a case of its own}
  static Stream<Sample<?>> each() {
    return all().flatMap(TopicSamples::split);
  }

  private Stream<Sample<T>> split() {
    return Stream.of(shape(records, ""), shape(grown, "-grown"), shape(later, "-later"))
        .flatMap(each -> each);
  }

  private Stream<Sample<T>> shape(List<T> some, String shape) {
    return some.stream().map(record -> new Sample<>(topic, codec, record, shape));
  }

  private static List<DeadLetterRecord> deadLetters() {
    byte[] value = {'{', 0, (byte) 0xff};
    return List.of(new DeadLetter(Topics.AUTH, 5, 99, "alice", "no version field", value));
  }
}
