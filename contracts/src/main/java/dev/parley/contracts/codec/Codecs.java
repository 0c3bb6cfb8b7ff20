package dev.parley.contracts.codec;

import dev.parley.contracts.audit.AuditRecord;
import dev.parley.contracts.auth.AccountRecord;
import dev.parley.contracts.auth.AuthRecord;
import dev.parley.contracts.conversation.ConversationRecord;
import dev.parley.contracts.conversation.OwnershipRecord;
import dev.parley.contracts.delivery.GatewayRecord;
import dev.parley.contracts.file.FileRecord;
import dev.parley.contracts.presence.PresenceEvent;
import dev.parley.contracts.presence.PresenceRecord;
import dev.parley.contracts.query.QueryRecord;

/// The codec of each topic.
public final class Codecs {
  /// Of `parley.auth`.
  public static final RecordCodec<AuthRecord> AUTH = new RecordCodec<>(AuthRecord.class);

  /// Of `parley.accounts`.
  public static final RecordCodec<AccountRecord> ACCOUNTS = new RecordCodec<>(AccountRecord.class);

  /// Of `parley.presence`.
  public static final RecordCodec<PresenceRecord> PRESENCE =
      new RecordCodec<>(PresenceRecord.class);

  /// Of `parley.presence.events`.
  public static final RecordCodec<PresenceEvent> PRESENCE_EVENTS =
      new RecordCodec<>(PresenceEvent.class);

  /// Of `parley.conversations`.
  public static final RecordCodec<ConversationRecord> CONVERSATIONS =
      new RecordCodec<>(ConversationRecord.class);

  /// Of `parley.ownership`.
  public static final RecordCodec<OwnershipRecord> OWNERSHIP =
      new RecordCodec<>(OwnershipRecord.class);

  /// Of `parley.queries`.
  public static final RecordCodec<QueryRecord> QUERIES = new RecordCodec<>(QueryRecord.class);

  /// Of `parley.gateway.<gateway-id>`.
  public static final RecordCodec<GatewayRecord> GATEWAY = new RecordCodec<>(GatewayRecord.class);

  /// Of `parley.audit`.
  public static final RecordCodec<AuditRecord> AUDIT = new RecordCodec<>(AuditRecord.class);

  /// Of `parley.files`.
  public static final RecordCodec<FileRecord> FILES = new RecordCodec<>(FileRecord.class);

  /// Of `parley.deadletter`.
  public static final RecordCodec<DeadLetterRecord> DEAD_LETTER =
      new RecordCodec<>(DeadLetterRecord.class);

  private Codecs() {}
}
