package dev.parley.routing.history.postgres;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

/// A row of `member`; written by batches, only read here.
@Entity
@Immutable
@Table(name = "member")
class MemberRow {
  @EmbeddedId Key key;

  long given;
  long read;

  @Column(name = "joined_seq")
  long joinedSeq;

  /// Made by Hibernate.
  MemberRow() {}

  @Embeddable
  record Key(@Column(name = "conversation_id") long conversationId, String account) {}
}
