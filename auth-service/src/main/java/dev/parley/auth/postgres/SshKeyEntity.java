package dev.parley.auth.postgres;

import dev.parley.auth.sshkey.StoredKey;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;

/// A row of `ssh_key`.
@Entity
@Table(name = "ssh_key")
@IdClass(SshKeyEntity.Key.class)
class SshKeyEntity extends PanacheEntityBase {
  @Id
  @Column(name = "account")
  String account;

  @Id
  @Column(name = "fingerprint")
  String fingerprint;

  @Column(name = "type")
  String type;

  @Column(name = "blob")
  byte[] blob;

  @Column(name = "name")
  String name;

  @Column(name = "added_at")
  Instant addedAt;

  /// The primary key.
  ///
  /// @param account handle
  /// @param fingerprint of the key
  record Key(String account, String fingerprint) implements Serializable {}

  StoredKey toStoredKey() {
    return new StoredKey(type, fingerprint, blob, name, addedAt);
  }
}
