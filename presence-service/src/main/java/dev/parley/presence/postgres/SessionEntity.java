package dev.parley.presence.postgres;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A row of `session`, for reading; batches are written by [JdbcSessionTransaction].
@Entity
@Table(name = "session")
class SessionEntity {

  @Id String id;

  @Column(nullable = false)
  String account;

  @Column(nullable = false)
  String door;

  @Column(name = "opened_at", nullable = false)
  Instant openedAt;

  @Column(nullable = false)
  boolean away;

  @Column(name = "closed_at")
  @Nullable Instant closedAt;
}
