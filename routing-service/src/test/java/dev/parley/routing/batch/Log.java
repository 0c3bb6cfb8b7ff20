package dev.parley.routing.batch;

import dev.parley.contracts.ConversationId;
import dev.parley.contracts.conversation.AddMembers;
import dev.parley.contracts.conversation.Block;
import dev.parley.contracts.conversation.ConversationRecord;
import dev.parley.contracts.conversation.CreateGroup;
import dev.parley.contracts.conversation.Enroll;
import dev.parley.contracts.conversation.Inform;
import dev.parley.contracts.conversation.JoinGroup;
import dev.parley.contracts.conversation.LeaveGroup;
import dev.parley.contracts.conversation.MessageChange;
import dev.parley.contracts.conversation.MoveCursors;
import dev.parley.contracts.conversation.MuteMember;
import dev.parley.contracts.conversation.Post;
import dev.parley.contracts.conversation.RemoveMember;
import dev.parley.contracts.conversation.SetEncryption;
import dev.parley.contracts.conversation.Subscribe;
import dev.parley.contracts.conversation.Unblock;
import dev.parley.contracts.conversation.UnmuteMember;
import dev.parley.contracts.conversation.Unsubscribe;
import dev.parley.contracts.topic.Topics;
import dev.parley.routing.conversation.Cause;
import dev.parley.routing.conversation.LogRecord;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// A log of its own: gives each record the partition of its key, the next offset and a time.
public final class Log {
  /// Number of partitions.
  public static final int PARTITIONS = 6;

  /// Timestamp of the first record.
  public static final long START = 1_000;

  private final Map<Integer, Long> next = new HashMap<>();
  private long now = START;

  /// Begins empty.
  public Log() {}

  /// Lets time pass before the next record.
  ///
  /// @param time how much
  public void pass(Duration time) {
    now += time.toMillis();
  }

  /// {@return the records as they lie in the log}
  ///
  /// @param records records, each to be written to its own partition
  public List<LogRecord> write(ConversationRecord... records) {
    return Stream.of(records).map(record -> write(partition(key(record)), record)).toList();
  }

  /// {@return a record in a partition that may not be its own}
  ///
  /// @param partition number of the partition
  /// @param record the record
  public LogRecord write(int partition, ConversationRecord record) {
    long offset = next.merge(partition, 1L, Long::sum) - 1;
    return new LogRecord(record, new Cause(partition, offset, now++));
  }

  /// {@return the partition of a conversation}
  ///
  /// @param conversation conversation id
  public static int partition(String conversation) {
    return Topics.partitionOf(conversation, PARTITIONS);
  }

  private static String key(ConversationRecord record) {
    return switch (record) {
      case Post post -> post.conversation();
      case MessageChange change -> change.conversation();
      case SetEncryption set -> set.conversation();
      case Inform inform -> inform.conversation();
      case Enroll _ -> ConversationId.LOBBY;
      case CreateGroup create -> create.conversation();
      case JoinGroup join -> join.conversation();
      case AddMembers add -> add.conversation();
      case RemoveMember remove -> remove.conversation();
      case MuteMember mute -> mute.conversation();
      case UnmuteMember unmute -> unmute.conversation();
      case LeaveGroup leave -> leave.conversation();
      case Block block -> block.conversation();
      case Unblock unblock -> unblock.conversation();
      case Subscribe subscribe -> subscribe.after().keySet().iterator().next();
      case Unsubscribe unsubscribe -> unsubscribe.conversations().getFirst();
      case MoveCursors move -> move.moves().getFirst().conversation();
    };
  }
}
