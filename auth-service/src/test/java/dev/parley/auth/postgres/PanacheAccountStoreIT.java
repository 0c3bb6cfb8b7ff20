package dev.parley.auth.postgres;

import dev.parley.auth.ServiceTest;
import dev.parley.auth.account.AccountStore;
import dev.parley.auth.account.AccountStoreContract;
import jakarta.inject.Inject;

@ServiceTest
class PanacheAccountStoreIT extends AccountStoreContract {
  @Inject AccountStore store;

  @Override
  protected AccountStore store() {
    return store;
  }
}
