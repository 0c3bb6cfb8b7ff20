package dev.parley.routing.history.postgres;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/// A row of `mute`; written by batches, only read here.
@Entity
@Immutable
@Table(name = "mute")
class MuteRow {
  @EmbeddedId Key key;

  @Nullable Long until;

  /// Made by Hibernate.
  MuteRow() {}

  @Embeddable
  record Key(@Column(name = "conversation_id") long conversationId, String account) {}
}
