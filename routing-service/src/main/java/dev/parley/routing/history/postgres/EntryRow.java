package dev.parley.routing.history.postgres;

import dev.parley.contracts.conversation.Entry;
import dev.parley.contracts.conversation.EntryKind;
import dev.parley.routing.conversation.AttachmentText;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/// A row of `entry`; written by batches, only read here.
@Entity
@Immutable
@Table(name = "entry")
class EntryRow {
  @EmbeddedId Key key;

  long at;
  short kind;

  @Column(nullable = false)
  String author;

  @Column(name = "client_message_id", nullable = false)
  String clientMessageId;

  @Nullable String subject;
  @Nullable String text;
  @Nullable Long target;
  @Nullable String attachment;

  /// Made by Hibernate.
  EntryRow() {}

  @Embeddable
  record Key(@Column(name = "conversation_id") long conversationId, long seq) {}

  Entry toEntry() {
    return new Entry(
        key.seq(),
        at,
        EntryKind.of(kind),
        author,
        clientMessageId,
        subject,
        text,
        target,
        AttachmentText.read(attachment));
  }
}
