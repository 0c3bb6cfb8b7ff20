package dev.parley.auth.postgres;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.List;

/// A row of `device_link`.
@Entity
@Table(name = "device_link")
@IdClass(DeviceLinkEntity.Key.class)
class DeviceLinkEntity extends PanacheEntityBase {
  @Id
  @Column(name = "account")
  String account;

  @Id
  @Column(name = "number")
  int number;

  @Column(name = "link")
  String link;

  /// The primary key.
  ///
  /// @param account handle
  /// @param number place in the list, from 1
  record Key(String account, int number) implements Serializable {}

  /// {@return the links of an account, oldest first}
  static List<String> of(String account) {
    // Not the rows themselves: a list that begins anew gives their keys to others.
    return getEntityManager()
        .createQuery(
            "select d.link from DeviceLinkEntity d where d.account = :account order by d.number",
            String.class)
        .setParameter("account", account)
        .getResultList();
  }
}
