package dev.parley.routing.history.postgres;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/// A row of `conversation`; written by batches, only read here.
@Entity
@Immutable
@Table(name = "conversation")
class ConversationRow {
  @Id long id;

  @Column(nullable = false)
  String name;

  short kind;

  @Nullable Boolean encrypted;

  /// Made by Hibernate.
  ConversationRow() {}
}
