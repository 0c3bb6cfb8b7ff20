package dev.parley.auth.postgres;

import dev.parley.auth.ServiceTest;
import dev.parley.auth.account.Account;
import dev.parley.auth.account.AccountStore;
import dev.parley.auth.device.DeviceStore;
import dev.parley.auth.device.DeviceStoreContract;
import jakarta.inject.Inject;
import java.time.Instant;

@ServiceTest
class PanacheDeviceStoreIT extends DeviceStoreContract {
  @Inject DeviceStore store;
  @Inject AccountStore accounts;

  @Override
  protected DeviceStore store() {
    return store;
  }

  @Override
  protected void addAccount(String handle) {
    accounts.addIfFree(new Account(handle, "hash", "nonce", Instant.EPOCH));
  }
}
