package dev.parley.auth.postgres;

import dev.parley.auth.ServiceTest;
import dev.parley.auth.password.NonceStore;
import dev.parley.auth.password.NonceStoreContract;
import jakarta.inject.Inject;

@ServiceTest
class PanacheNonceStoreIT extends NonceStoreContract {
  @Inject NonceStore store;

  @Override
  protected NonceStore store() {
    return store;
  }
}
