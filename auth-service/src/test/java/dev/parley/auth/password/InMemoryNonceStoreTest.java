package dev.parley.auth.password;

class InMemoryNonceStoreTest extends NonceStoreContract {
  private final NonceStore store = new InMemoryNonceStore();

  @Override
  protected NonceStore store() {
    return store;
  }
}
