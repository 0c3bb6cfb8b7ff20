package dev.parley.auth.postgres;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/// A row of `nonce`.
@Entity
@Table(name = "nonce")
class NonceEntity extends PanacheEntityBase {
  @Id
  @Column(name = "nonce")
  String nonce;

  @Column(name = "record_partition")
  int partition;

  @Column(name = "record_offset")
  long offset;

  @Column(name = "taken_at")
  Instant takenAt;
}
