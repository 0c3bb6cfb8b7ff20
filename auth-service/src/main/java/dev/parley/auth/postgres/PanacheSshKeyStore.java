package dev.parley.auth.postgres;

import dev.parley.auth.sshkey.SshKeyStore;
import dev.parley.auth.sshkey.StoredKey;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.util.List;

/// Ssh keys in the table `ssh_key`; the row of the account is locked while its keys change.
@Singleton
final class PanacheSshKeyStore implements SshKeyStore {
  private final Database database;

  @Inject
  PanacheSshKeyStore(Database database) {
    this.database = database;
  }

  @Override
  public SshKeyStore.Added add(String account, StoredKey key, int max) {
    return database.call(() -> {
      if (AccountEntity.findById(account, LockModeType.PESSIMISTIC_WRITE) == null) {
        return SshKeyStore.Added.NO_ACCOUNT;
      }
      if (SshKeyEntity.findById(new SshKeyEntity.Key(account, key.fingerprint())) != null) {
        return SshKeyStore.Added.DONE;
      }
      if (SshKeyEntity.count("account", account) >= max) {
        return SshKeyStore.Added.FULL;
      }
      row(account, key).persist();
      return SshKeyStore.Added.DONE;
    });
  }

  @Override
  public boolean remove(String account, String fingerprint) {
    return database.call(
        () -> SshKeyEntity.delete("account = ?1 and fingerprint = ?2", account, fingerprint) > 0);
  }

  @Override
  public List<StoredKey> list(String account) {
    return database.call(() ->
        SshKeyEntity.<SshKeyEntity>list("account = ?1 order by addedAt, fingerprint", account)
            .stream()
            .map(SshKeyEntity::toStoredKey)
            .toList());
  }

  private static SshKeyEntity row(String account, StoredKey key) {
    SshKeyEntity row = new SshKeyEntity();
    row.account = account;
    row.fingerprint = key.fingerprint();
    row.type = key.type();
    row.blob = key.blob();
    row.name = key.name();
    row.addedAt = key.addedAt();
    return row;
  }
}
