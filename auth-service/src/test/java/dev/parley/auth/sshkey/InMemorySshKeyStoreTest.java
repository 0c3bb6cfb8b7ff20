package dev.parley.auth.sshkey;

import java.util.HashSet;
import java.util.Set;

class InMemorySshKeyStoreTest extends SshKeyStoreContract {
  private final Set<String> accounts = new HashSet<>();
  private final SshKeyStore store = new InMemorySshKeyStore(accounts::contains);

  @Override
  protected SshKeyStore store() {
    return store;
  }

  @Override
  protected void addAccount(String handle) {
    accounts.add(handle);
  }
}
