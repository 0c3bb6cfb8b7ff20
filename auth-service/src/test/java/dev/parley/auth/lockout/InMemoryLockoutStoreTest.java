package dev.parley.auth.lockout;

class InMemoryLockoutStoreTest extends LockoutStoreContract {
  private final LockoutStore store = new InMemoryLockoutStore();

  @Override
  protected LockoutStore store() {
    return store;
  }
}
