package dev.parley.gateway.exchange;

import dev.parley.contracts.ReplyTo;
import dev.parley.contracts.auth.AuthRecord;
import dev.parley.contracts.conversation.ConversationRecord;
import dev.parley.contracts.presence.PresenceRecord;
import dev.parley.contracts.presence.Typing;
import dev.parley.contracts.query.QueryRecord;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Keeps what is written; can be told to fail.
public final class FakePublisher implements RecordPublisher {
  /// What was written, in order.
  public final List<Object> records = new ArrayList<>();

  /// What every write fails with, or `null`.
  public @Nullable RuntimeException failure;

  @Override
  public void toAuth(AuthRecord record, Failed failed) {
    write(record, failed);
  }

  @Override
  public void toPresence(String account, PresenceRecord record, Failed failed) {
    write(record, failed);
  }

  @Override
  public void toPresenceEvents(Typing typing) {
    write(typing, Failed.IGNORED);
  }

  @Override
  public void toAllPresence(PresenceRecord record) {
    write(record, Failed.IGNORED);
  }

  @Override
  public void toConversation(
      String conversation,
      ConversationRecord record,
      Failed failed,
      @Nullable Publishing followed) {
    write(record, failed);
    if (followed != null) {
      followed.onPublished();
    }
  }

  @Override
  public void toPartition(int partition, ConversationRecord record, Failed failed) {
    write(record, failed);
  }

  @Override
  public void toQueries(String session, QueryRecord record, Failed failed) {
    write(record, failed);
  }

  @Override
  public int partitionOf(String conversation) {
    return Math.floorMod(conversation.hashCode(), 6);
  }

  @Override
  public void close() {}

  /// {@return the last record of a kind}
  public <T> T last(Class<T> kind) {
    return records.stream().filter(kind::isInstance).map(kind::cast).reduce((_, b) -> b).get();
  }

  /// {@return the records of a kind}
  public <T> List<T> all(Class<T> kind) {
    return records.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  private void write(Object record, Failed failed) {
    if (failure != null) {
      failed.onFailure(failure);
    } else {
      records.add(record);
    }
  }

  /// {@return the number of the request that the reply goes to}
  public static long number(ReplyTo replyTo) {
    return replyTo.request();
  }
}
