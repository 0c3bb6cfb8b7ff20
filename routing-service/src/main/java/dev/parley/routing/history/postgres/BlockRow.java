package dev.parley.routing.history.postgres;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

/// A row of `block`; written by batches, only read here.
@Entity
@Immutable
@Table(name = "block")
class BlockRow {
  @EmbeddedId Key key;

  /// Made by Hibernate.
  BlockRow() {}

  @Embeddable
  record Key(String blocker, String blocked) {}
}
