package dev.parley.auth.postgres;

import dev.parley.auth.ServiceTest;
import dev.parley.auth.lockout.LockoutStore;
import dev.parley.auth.lockout.LockoutStoreContract;
import jakarta.inject.Inject;

@ServiceTest
class PanacheLockoutStoreIT extends LockoutStoreContract {
  @Inject LockoutStore store;

  @Override
  protected LockoutStore store() {
    return store;
  }
}
