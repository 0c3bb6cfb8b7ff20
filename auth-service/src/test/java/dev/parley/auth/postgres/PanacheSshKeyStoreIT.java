package dev.parley.auth.postgres;

import dev.parley.auth.ServiceTest;
import dev.parley.auth.account.Account;
import dev.parley.auth.account.AccountStore;
import dev.parley.auth.sshkey.SshKeyStore;
import dev.parley.auth.sshkey.SshKeyStoreContract;
import jakarta.inject.Inject;
import java.time.Instant;

@ServiceTest
class PanacheSshKeyStoreIT extends SshKeyStoreContract {
  @Inject SshKeyStore store;
  @Inject AccountStore accounts;

  @Override
  protected SshKeyStore store() {
    return store;
  }

  @Override
  protected void addAccount(String handle) {
    accounts.addIfFree(new Account(handle, "hash", "nonce", Instant.EPOCH));
  }
}
