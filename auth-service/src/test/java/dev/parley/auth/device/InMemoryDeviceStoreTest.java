package dev.parley.auth.device;

import java.util.HashSet;
import java.util.Set;

class InMemoryDeviceStoreTest extends DeviceStoreContract {
  private final Set<String> accounts = new HashSet<>();
  private final DeviceStore store = new InMemoryDeviceStore(accounts::contains);

  @Override
  protected DeviceStore store() {
    return store;
  }

  @Override
  protected void addAccount(String handle) {
    accounts.add(handle);
  }
}
