package dev.parley.presence.postgres;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A row of `gateway`; its end is written by [JdbcSessionTransaction].
@Entity
@Table(name = "gateway")
class GatewayEntity {

  @Id String id;

  @Column(name = "last_seen", nullable = false)
  Instant lastSeen;

  @Column(name = "expired_at")
  @Nullable Instant expiredAt;

  @Column @Nullable String reason;

  @Column(name = "cause_partition")
  @Nullable Integer causePartition;

  @Column(name = "cause_offset")
  @Nullable Long causeOffset;

  @Column(name = "topic_deleted_at")
  @Nullable Instant topicDeletedAt;
}
