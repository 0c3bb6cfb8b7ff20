package dev.parley.auth.postgres;

import dev.parley.auth.Arrival;
import dev.parley.auth.password.NonceStore;
import io.quarkus.hibernate.orm.panache.Panache;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;

/// Nonces in the table `nonce`.
@Singleton
final class PanacheNonceStore implements NonceStore {
  private final Database database;

  @Inject
  PanacheNonceStore(Database database) {
    this.database = database;
  }

  /// One statement, so that two copies of a record cannot both be the first: it touches a row
  /// unless the nonce is another record's.
  @Override
  public boolean take(String nonce, Arrival arrival) {
    return database.call(() ->
        Panache.getEntityManager(NonceEntity.class)
                .createNativeQuery(
                    """
                    INSERT INTO nonce AS n (nonce, record_partition, record_offset, taken_at)
                    VALUES (?1, ?2, ?3, ?4)
                    ON CONFLICT (nonce) DO UPDATE SET taken_at = EXCLUDED.taken_at
                    WHERE n.record_partition = EXCLUDED.record_partition
                      AND n.record_offset = EXCLUDED.record_offset
                    """)
                .setParameter(1, nonce)
                .setParameter(2, arrival.partition())
                .setParameter(3, arrival.offset())
                .setParameter(4, arrival.at())
                .executeUpdate()
            == 1);
  }

  @Override
  public void forget(Instant before) {
    database.run(() -> NonceEntity.delete("takenAt < ?1", before));
  }
}
