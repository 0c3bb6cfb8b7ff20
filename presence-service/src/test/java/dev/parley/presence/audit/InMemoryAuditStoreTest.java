package dev.parley.presence.audit;

class InMemoryAuditStoreTest extends AuditStoreContract {

  private final InMemoryAuditStore store = new InMemoryAuditStore();

  @Override
  protected AuditStore store() {
    return store;
  }
}
