package dev.parley.auth.postgres;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;

/// A row of `waiting_device`.
@Entity
@Table(name = "waiting_device")
class WaitingDeviceEntity extends PanacheEntityBase {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  Long id;

  @Column(name = "account")
  String account;

  @Column(name = "statement")
  String statement;

  /// {@return the rows of an account, oldest first}
  static List<WaitingDeviceEntity> of(String account) {
    return list("account = ?1 order by id", account);
  }
}
